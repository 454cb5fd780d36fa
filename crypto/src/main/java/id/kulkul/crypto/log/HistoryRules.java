package id.kulkul.crypto.log;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the names and actors of one aggregate's events alone must show, whatever the payloads say. Only rules that hold
 * for every version of the program stand here.
 */
final class HistoryRules {

    private final String aggregateType;
    private final EventTypes types;
    private final boolean hasBeginning;
    private final Set<String> seen = new HashSet<>();
    private boolean isEnded;
    private boolean isOpen;
    private @Nullable UUID drafter;

    HistoryRules(String aggregateType, EventTypes types) {
        this.aggregateType = aggregateType;
        this.types = types;
        this.hasBeginning = types.events().stream()
                .filter(event -> event.aggregate().name().equals(aggregateType))
                .map(EventType::place)
                .anyMatch(HistoryRules::isFirst);
    }

    private static boolean isFirst(EventType.Place place) {
        return place == EventType.Place.BEGINS || place == EventType.Place.FIRST;
    }

    /** Takes the next event; null where it follows the rules. */
    @Nullable
    String fault(EventRow row) {
        EventType.Place place =
                types.event(aggregateType, row.name()).map(EventType::place).orElse(EventType.Place.ANYWHERE);
        String order = order(place);
        String fault = order == null ? own(row) : order;
        if (row.name().equals("findings-drafted") || row.name().equals("setting-aside-proposed")) drafter = row.actor();
        if (place == EventType.Place.ENDS) isEnded = true;
        seen.add(row.name());
        return fault;
    }

    /** What the table alone says of every kind. */
    private @Nullable String order(EventType.Place place) {
        boolean begun = !seen.isEmpty();
        if (begun ? place == EventType.Place.BEGINS : hasBeginning && !isFirst(place)) return misbegun();
        return isEnded && place != EventType.Place.AFTER ? "after-closing" : null;
    }

    private String misbegun() {
        return aggregateType.equals("report") ? "not-begun-by-submission" : "out-of-order";
    }

    private @Nullable String own(EventRow row) {
        return switch (aggregateType) {
            case "report" -> report(row);
            case "channel" -> channel(row.name());
            case "flood" -> flood(row);
            default -> null;
        };
    }

    private @Nullable String report(EventRow row) {
        return switch (row.name()) {
            case "report-reopened" -> seen.contains("report-declined") ? null : "out-of-order";
            case "report-closed" ->
                seen.contains("report-declined") || seen.contains("feedback-given") ? null : "out-of-order";
            case "findings-confirmed" -> confirmed(row.actor());
            default -> null;
        };
    }

    private @Nullable String confirmed(UUID actor) {
        if (drafter == null) return "out-of-order";
        return drafter.equals(actor) ? "not-four-eyes" : null;
    }

    private @Nullable String channel(String name) {
        boolean opened = name.equals("channel-opened");
        if (!opened && !name.equals("channel-closed")) return null;
        boolean alternates = opened != isOpen;
        isOpen = opened;
        return alternates ? null : "out-of-order";
    }

    private @Nullable String flood(EventRow row) {
        String name = row.name();
        if (!name.equals("setting-aside-confirmed")) return null;
        return seen.contains(name) ? "out-of-order" : confirmed(row.actor());
    }
}
