package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * Every case as it was known at a position of the event stream, closed ones too, as a list of {@link PastCard}.
     *
     * @param now the day of the moment decides what was late
     */
    record CasesAt(long position, Instant now) implements ReportQuery {}

    /**
     * One case as an optional {@link PastCase}: empty where its events cannot be read up to that one.
     *
     * @param sequence the case's own count of its last event that counts
     * @param now the day of the moment decides what was late
     */
    record CaseAt(ReportId report, long sequence, Instant now) implements ReportQuery {}

    /** After which of its events, counted from 0, one more duty of a case was known to be late; a list of {@link Long}. */
    record MissedDuties(ReportId report) implements ReportQuery {}

    /** What the reporter sees, as an optional {@link MailboxRow}; whoever asks has proved the receipt. */
    record Mailbox(ReportId report, Instant now) implements ReportQuery {}

    /** At most 500 duties whose last day is before today and that nobody has recorded as missed, as a list of {@link MissedDuty}. */
    record Overdue(LocalDate today) implements ReportQuery {}
}
