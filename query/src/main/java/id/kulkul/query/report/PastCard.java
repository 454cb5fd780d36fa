package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a case at a moment, as lists and counters need it; the posts are those of today.
 *
 * @param received the hour in which the report came
 * @param rules the version of the rules that the case keeps
 * @param pile where it lay on the day of the moment
 * @param holder who last acted on it for the office and had not lost access
 * @param readers who could read it then
 * @param clocks the duties and targets as they stood on the day of the moment
 * @param urgent the running duty that came due first
 */
public record PastCard(
        ReportId report,
        String number,
        String category,
        ReportStage stage,
        Instant received,
        String rules,
        Pile pile,
        @Nullable Who holder,
        List<Who> readers,
        List<ClockRow> clocks,
        @Nullable ClockRow urgent) {}
