package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import org.jspecify.annotations.Nullable;

/**
 * A case on the desk of one person.
 *
 * @param clock the duty that comes due first, if any is running
 * @param news whether the reporter has sent something that was given to nobody yet
 */
public record InboxCard(
        ReportId report,
        String number,
        String category,
        ReportStage stage,
        NextAction next,
        @Nullable ClockRow clock,
        boolean news) {}
