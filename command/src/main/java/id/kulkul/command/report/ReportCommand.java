package id.kulkul.command.report;

import id.kulkul.command.sealed.Note;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.ItemHeader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a protected report; {@code by} is the person of the office who acts. */
public sealed interface ReportCommand {
    @TargetAggregateIdentifier
    ReportId report();

    /**
     * Items in the order of their sequence: the body, attachments, and at most one identity, which is last.
     *
     * @param rules the version of the rules in force
     * @param category a code that these rules know
     * @param nonce 16 random bytes, from which the id of the report follows with the reporter's keys
     * @param reporterKeys SHA-256 of the reporter's public sealing key and public signing key
     * @param signature the reporter's 64 bytes over the items, checked before the command is sent
     * @param origin where it comes from; only one that somebody wrote down for the reporter has items that say so
     */
    record SubmitReport(
            ReportId report,
            String rules,
            String category,
            Sealing sealing,
            UUID nonce,
            List<ItemHeader> items,
            Digest reporterKeys,
            Octets signature,
            ReportOrigin origin)
            implements ReportCommand {
        public SubmitReport {
            items = List.copyOf(items);
        }
    }

    /** Confirms receipt and begins triage. */
    record AcknowledgeReport(ReportId report, UUID by) implements ReportCommand {}

    /** One or more sealed messages to the reporter. */
    record AskReporter(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items) implements ReportCommand {
        public AskReporter {
            items = List.copyOf(items);
        }
    }

    /** One or more sealed messages of the reporter, signed like a submission. */
    record ReplyToOffice(ReportId report, Sealing sealing, List<ItemHeader> items, Octets signature)
            implements ReportCommand {
        public ReplyToOffice {
            items = List.copyOf(items);
        }
    }

    /** Sent before the ciphertext of an item is delivered to a person, every time. */
    record RecordOpening(ReportId report, UUID item, UUID by) implements ReportCommand {}

    /** Does not take the report up, with a code and a sealed message that gives the reasons. */
    record DeclineReport(ReportId report, UUID by, DeclineReason reason, Sealing sealing, List<ItemHeader> items)
            implements ReportCommand {
        public DeclineReport {
            items = List.copyOf(items);
        }
    }

    /** Takes a declined report up again, after the reporter objected. */
    record ReopenReport(ReportId report, UUID by) implements ReportCommand {}

    record StartInvestigation(ReportId report, UUID by) implements ReportCommand {}

    /** Lengthens the investigation; allowed once. */
    record ExtendInvestigation(
            ReportId report,
            UUID by,
            ExtensionReason reason,
            @Nullable Note note) implements ReportCommand {}

    /** Concludes the investigation; what the outcome rests on stands in the note, which nobody approves unread. */
    record DraftFindings(
            ReportId report,
            UUID by,
            Outcome outcome,
            @Nullable Note note) implements ReportCommand {}

    /** The second inspector agrees; whoever drafted cannot. */
    record ConfirmFindings(
            ReportId report, UUID by, @Nullable Note note) implements ReportCommand {}

    record HandOver(
            ReportId report,
            UUID by,
            Authority authority,
            @Nullable Note note) implements ReportCommand {}

    /** A text for those who may read the case, with no decision. */
    record AddNote(ReportId report, UUID by, Note note) implements ReportCommand {}

    /** Tells the reporter what was done or will be, in a sealed message. */
    record GiveFeedback(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items) implements ReportCommand {
        public GiveFeedback {
            items = List.copyOf(items);
        }
    }

    record CloseReport(
            ReportId report,
            UUID by,
            Lesson lesson,
            @Nullable Note note) implements ReportCommand {}

    /** Takes a person's access away for good. */
    record DeclareConflict(ReportId report, UUID by, UUID person, ConflictReason reason) implements ReportCommand {}

    /** Sent by the sweeper; does nothing if the clock has been marked or its duty done. */
    record MarkOverdue(ReportId report, String clock, LocalDate lastDay) implements ReportCommand {}
}
