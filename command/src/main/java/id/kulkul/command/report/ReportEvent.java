package id.kulkul.command.report;

import id.kulkul.command.AcceptsItems;
import id.kulkul.command.Octets;
import id.kulkul.command.policy.Milestone;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a protected report, without a word of what it says. */
public sealed interface ReportEvent {
    ReportId report();

    /**
     * The report is received; who may read it follows from the signed list and the group.
     *
     * @param nonce what the id follows from with the reporter's keys; null before the second revision, when its sender chose it
     */
    record ReportSubmitted(
            ReportId report,
            String rules,
            String category,
            Sealing sealing,
            @Nullable UUID nonce,
            List<ItemHeader> items,
            Digest reporterKeys,
            Octets signature)
            implements ReportEvent, AcceptsItems {
        public ReportSubmitted {
            items = List.copyOf(items);
        }
    }

    record ReportAcknowledged(ReportId report, UUID by) implements ReportEvent {}

    record ReporterAsked(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems {
        public ReporterAsked {
            items = List.copyOf(items);
        }
    }

    record ReporterReplied(ReportId report, Sealing sealing, List<ItemHeader> items, Octets signature)
            implements ReportEvent, AcceptsItems {
        public ReporterReplied {
            items = List.copyOf(items);
        }
    }

    /** The ciphertext of an item went to a person. */
    record ItemOpened(ReportId report, UUID item, UUID by) implements ReportEvent {}

    record ReportDeclined(ReportId report, UUID by, DeclineReason reason, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems {
        public ReportDeclined {
            items = List.copyOf(items);
        }
    }

    record ReportReopened(ReportId report, UUID by) implements ReportEvent {}

    record InvestigationStarted(ReportId report, UUID by) implements ReportEvent {}

    record InvestigationExtended(ReportId report, UUID by, ExtensionReason reason) implements ReportEvent {}

    record FindingsDrafted(ReportId report, UUID by, Outcome outcome) implements ReportEvent {}

    record FindingsConfirmed(ReportId report, UUID by) implements ReportEvent {}

    record ReportHandedOver(ReportId report, UUID by, Authority authority) implements ReportEvent {}

    record FeedbackGiven(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems {
        public FeedbackGiven {
            items = List.copyOf(items);
        }
    }

    record ReportClosed(ReportId report, UUID by, Lesson lesson) implements ReportEvent {}

    /** The person lost access to the report for good. */
    record ConflictDeclared(ReportId report, UUID by, UUID person, ConflictReason reason) implements ReportEvent {}

    /** The last day of a duty has passed and the duty was not done. */
    record DeadlineMissed(ReportId report, String clock, LocalDate lastDay) implements ReportEvent {}

    /** What this event starts or ends for the legal clocks. */
    default Optional<Milestone> milestone() {
        return Optional.ofNullable(
                switch (this) {
                    case ReportSubmitted submitted -> Milestone.RECEIVED;
                    case ReportAcknowledged acknowledged -> Milestone.ACKNOWLEDGED;
                    case ReportDeclined declined -> Milestone.DECLINED;
                    case ReportReopened reopened -> Milestone.REOPENED;
                    case InvestigationStarted started -> Milestone.INVESTIGATION_STARTED;
                    case InvestigationExtended extended -> Milestone.INVESTIGATION_EXTENDED;
                    case FindingsDrafted drafted -> Milestone.FINDINGS_DRAFTED;
                    case FindingsConfirmed confirmed -> Milestone.FINDINGS_CONFIRMED;
                    case ReportHandedOver handed -> Milestone.HANDED_OVER;
                    case FeedbackGiven given -> Milestone.FEEDBACK_GIVEN;
                    case ReportClosed closed -> Milestone.CLOSED;
                    case ReporterAsked asked -> null;
                    case ReporterReplied replied -> null;
                    case ItemOpened opened -> null;
                    case ConflictDeclared declared -> null;
                    case DeadlineMissed missed -> null;
                });
    }
}
