package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must hold of each event of a log by itself and in the row of its own aggregate. */
final class EventCheck {

    private final EventTypes types;
    private final LogOrigin origin;
    private final Trust trust;
    private final PayloadReader payloads;
    private final Map<UUID, Row> rows = new HashMap<>();
    private final Pins pins;
    private final List<LossFacts> declared = new ArrayList<>();

    EventCheck(EventTypes types, LogOrigin origin, Trust trust, PayloadReader payloads, Pins pins) {
        this.types = types;
        this.origin = origin;
        this.trust = trust;
        this.payloads = payloads;
        this.pins = pins;
    }

    private static final class Row {
        private final String type;
        private final HistoryRules rules;
        private long next;

        Row(String type, EventTypes types) {
            this.type = type;
            this.rules = new HistoryRules(type, types);
        }
    }

    /** The hash of the leaf of an event. */
    Digest leaf(EventRow event) throws InvalidEvidence {
        return event.leaf(types).hash();
    }

    /** Takes the next event; null where nothing is wrong with it. */
    @Nullable
    String fault(EventRow event) {
        String inRow = inRow(event);
        try {
            alone(event);
            return inRow;
        } catch (InvalidEvidence e) {
            return e.reason();
        }
    }

    /**
     * Refuses that the history goes on at that size in an origin for which no loss is declared, or another size:
     * declarations are events of the open log, and what they say of the other logs cannot be compared here.
     */
    void requireDeclared(LogOrigin successor, long size) throws InvalidEvidence {
        if (successor.log() != LogName.OPEN) return;
        List<LossFacts> named = declared.stream()
                .filter(loss -> loss.newOrigin().equals(successor.text()))
                .toList();
        if (named.isEmpty()) throw new InvalidEvidence("loss-not-declared");
        if (named.stream().noneMatch(loss -> loss.restoredSize() == size)) throw new InvalidEvidence("loss-misstated");
    }

    /**
     * The list that an event published for the channel that is its aggregate; null of any other event, and where it
     * cannot be read.
     */
    @Nullable
    Digest list(EventRow event) {
        if (!event.name().equals("manifest-published")) return null;
        try {
            return payloads.facts(event.payload()).list();
        } catch (InvalidEvidence unreadable) {
            return null;
        }
    }

    private @Nullable String inRow(EventRow event) {
        Row row = rows.computeIfAbsent(event.aggregate(), id -> new Row(event.aggregateType(), types));
        long expected = row.next;
        row.next = event.sequence() + 1;
        String rule = row.rules.fault(event);
        if (!row.type.equals(event.aggregateType())) return "aggregate-type-changed";
        if (event.sequence() > expected) return "sequence-gap";
        return event.sequence() < expected ? "sequence-repeated" : rule;
    }

    private void alone(EventRow event) throws InvalidEvidence {
        EventType type = event.type(types);
        if (type.aggregate().origin() != origin.log()) throw new InvalidEvidence("event-of-another-log");
        if (!event.tenant().equals(origin.tenant())) throw new InvalidEvidence("event-of-another-tenant");
        if (origin.log() == LogName.WBS && !event.isWholeHour()) throw new InvalidEvidence("time-finer-than-an-hour");
        PayloadFacts facts = payloads.facts(event.payload());
        if (isNamedByItsKeys(event) && !facts.name(event.tenant(), event.aggregate()))
            throw new InvalidEvidence("case-id-differs");
        if (event.name().equals("log-restored") && facts.loss() != null) declared(facts.loss());
        List<ItemHeader> items = facts.items();
        if (!ItemHeader.subject(items).equals(event.subject())) throw new InvalidEvidence("subject-differs");
        for (ItemHeader item : items) itemOf(event, item);
    }

    private void declared(LossFacts loss) throws InvalidEvidence {
        declared.add(loss);
        String contradiction = pins.contradiction(loss);
        if (contradiction != null) throw new InvalidEvidence(contradiction);
    }

    /** Before its second revision a report's sender chose its id freely; such reports stay what they are. */
    private static boolean isNamedByItsKeys(EventRow event) {
        return event.name().equals("report-submitted") && !event.revision().equals("1");
    }

    private void itemOf(EventRow event, ItemHeader item) throws InvalidEvidence {
        boolean here = item.context().tenant().equals(event.tenant())
                && item.context().aggregate().equals(event.aggregate());
        if (!here) throw new InvalidEvidence("item-of-another-case");
        if (!trust.knows(item.manifest())) throw new InvalidEvidence("unknown-manifest");
    }
}
