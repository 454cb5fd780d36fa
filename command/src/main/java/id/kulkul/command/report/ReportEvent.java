package id.kulkul.command.report;

import id.kulkul.command.AcceptsItems;
import id.kulkul.command.Acted;
import id.kulkul.command.Coded;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.ItemHeader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a protected report, without a word of what it says. */
public sealed interface ReportEvent {
    ReportId report();

    /**
     * The report is received; who may read it follows from the signed list and the group.
     *
     * @param nonce what the id follows from with the reporter's keys; null before the second revision, when its sender
     *     chose it
     * @param origin what the office said of it; before the third revision, the reporter's own
     */
    @Revision("3")
    record ReportSubmitted(
            ReportId report,
            String rules,
            String category,
            Sealing sealing,
            @Nullable UUID nonce,
            List<ItemHeader> items,
            Digest reporterKeys,
            Octets signature,
            ReportOrigin origin)
            implements ReportEvent, AcceptsItems {
        public ReportSubmitted {
            items = List.copyOf(items);
        }
    }

    record ReportAcknowledged(ReportId report, UUID by) implements ReportEvent, Acted {}

    record ReporterAsked(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems, Acted {
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
    record ItemOpened(ReportId report, UUID item, UUID by) implements ReportEvent, Acted {}

    record ReportDeclined(ReportId report, UUID by, DeclineReason reason, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems, Acted, Coded {
        public ReportDeclined {
            items = List.copyOf(items);
        }

        @Override
        public String code() {
            return reason.name();
        }
    }

    record ReportReopened(ReportId report, UUID by) implements ReportEvent, Acted {}

    record InvestigationStarted(ReportId report, UUID by) implements ReportEvent, Acted {}

    record InvestigationExtended(ReportId report, UUID by, ExtensionReason reason)
            implements ReportEvent, Acted, Coded {
        @Override
        public String code() {
            return reason.name();
        }
    }

    record FindingsDrafted(ReportId report, UUID by, Outcome outcome) implements ReportEvent, Acted, Coded {
        @Override
        public String code() {
            return outcome.name();
        }
    }

    record FindingsConfirmed(ReportId report, UUID by) implements ReportEvent, Acted {}

    record ReportHandedOver(ReportId report, UUID by, Authority authority) implements ReportEvent, Acted, Coded {
        @Override
        public String code() {
            return authority.name();
        }
    }

    record FeedbackGiven(ReportId report, UUID by, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems, Acted {
        public FeedbackGiven {
            items = List.copyOf(items);
        }
    }

    /**
     * A sealed text for those who may read the case.
     *
     * @param about the decision that it explains, whose event is the next; {@link ReportAct#ADD_NOTE} where there is
     *     none
     */
    record NoteAdded(ReportId report, UUID by, ReportAct about, Sealing sealing, List<ItemHeader> items)
            implements ReportEvent, AcceptsItems, Acted {
        public NoteAdded {
            items = List.copyOf(items);
        }
    }

    record ReportClosed(ReportId report, UUID by, Lesson lesson) implements ReportEvent, Acted, Coded {
        @Override
        public String code() {
            return lesson.name();
        }
    }

    /** The person lost access to the report for good. */
    record ConflictDeclared(ReportId report, UUID by, UUID person, ConflictReason reason)
            implements ReportEvent, Acted, Coded {
        @Override
        public String code() {
            return reason.name();
        }
    }

    /** The last day of a duty has passed and the duty was not done. */
    record DeadlineMissed(ReportId report, String clock, LocalDate lastDay) implements ReportEvent, Coded {
        @Override
        public String code() {
            return clock;
        }
    }
}
