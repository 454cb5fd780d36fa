package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import java.time.Instant;
import java.util.UUID;

/** What can be asked about protected reports; {@code now} decides what is late, and access is always today's. */
public sealed interface ReportQuery {
    /**
     * The open cases of a person as {@link InboxPiles}.
     *
     * @param upTo the position of the event stream up to which events count, so that an inbox can change at the marks of
     *     the log only
     */
    record Inbox(UUID person, Instant now, long upTo) implements ReportQuery {
        /** The inbox with everything that has happened. */
        public Inbox(UUID person, Instant now) {
            this(person, now, Long.MAX_VALUE);
        }
    }

    /** One case as an optional {@link CaseRow}: empty for a person who may not read it. */
    record OneCase(ReportId report, UUID person, Instant now) implements ReportQuery {}

    /** What the reporter sees, as an optional {@link MailboxRow}; whoever asks has proved the receipt. */
    record Mailbox(ReportId report, Instant now) implements ReportQuery {}
}
