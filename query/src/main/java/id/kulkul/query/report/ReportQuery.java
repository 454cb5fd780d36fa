package id.kulkul.query.report;

import id.kulkul.command.flood.FloodId;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.Position;
import java.time.Instant;
import java.util.UUID;

/** What can be asked about protected reports; {@code now} decides what is late, and access is always today's. */
public sealed interface ReportQuery {
    /**
     * The reports on a person's desk that nobody has looked through as {@link Untouched}.
     *
     * @param covered as for {@link id.kulkul.query.casework.CaseworkQuery.Inbox}
     */
    record UntouchedReports(UUID person, Instant now, Position covered) implements ReportQuery {}

    /** The proposals to set reports aside that a person may see, as {@link FloodList}. */
    record Proposals(UUID person, int page) implements ReportQuery {}

    /** One of them as an optional {@link FloodPage}: empty for a person who may read none of its reports. */
    record OneFlood(FloodId flood, UUID person, Instant now, Position covered, int page) implements ReportQuery {}

    /**
     * The setting aside that keeps a case off a person's desk, as an optional {@link FloodRow}; empty once it is back
     * there.
     */
    record AsideBy(ReportId report, UUID person, Position covered) implements ReportQuery {}

    /**
     * One case as an optional {@link CaseRow}: empty for a person who may not read it.
     *
     * @param covered as for {@link UntouchedReports}
     */
    record OneCase(ReportId report, UUID person, Instant now, Position covered) implements ReportQuery {}

    /** What the reporter sees, as an optional {@link MailboxRow}; whoever asks has proved the receipt. */
    record Mailbox(ReportId report, Instant now) implements ReportQuery {}
}
