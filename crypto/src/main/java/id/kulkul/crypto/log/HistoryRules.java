package id.kulkul.crypto.log;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the names and actors of one aggregate's events alone must show, whatever the payloads say. Only rules that hold for
 * every version of the program stand here.
 */
final class HistoryRules {

    private static final Set<String> AFTER_CLOSING = Set.of("item-opened", "deadline-missed");

    private final String aggregateType;
    private final Set<String> seen = new HashSet<>();
    private boolean isOpen;
    private @Nullable UUID drafter;

    HistoryRules(String aggregateType) {
        this.aggregateType = aggregateType;
    }

    /** Takes the next event; null where it follows the rules. */
    @Nullable
    String fault(EventRow row) {
        String fault =
                switch (aggregateType) {
                    case "report" -> report(row);
                    case "channel" -> channel(row.name());
                    case "staff-member" -> staff(row.name());
                    case "flood" -> flood(row);
                    default -> null;
                };
        if (row.name().equals("findings-drafted") || row.name().equals("setting-aside-proposed")) drafter = row.actor();
        seen.add(row.name());
        return fault;
    }

    private @Nullable String report(EventRow row) {
        String name = row.name();
        if (seen.isEmpty() != name.equals("report-submitted")) return "not-begun-by-submission";
        if (seen.contains("report-closed") && !AFTER_CLOSING.contains(name)) return "after-closing";
        return switch (name) {
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
        if (seen.isEmpty() && !name.equals("manifest-published")) return "out-of-order";
        boolean opened = name.equals("channel-opened");
        if (!opened && !name.equals("channel-closed")) return null;
        boolean alternates = opened != isOpen;
        isOpen = opened;
        return alternates ? null : "out-of-order";
    }

    private @Nullable String flood(EventRow row) {
        String name = row.name();
        if (seen.isEmpty() != name.equals("setting-aside-proposed")) return "out-of-order";
        if (seen.contains("setting-aside-undone")) return "after-closing";
        if (!name.equals("setting-aside-confirmed")) return null;
        return seen.contains(name) ? "out-of-order" : confirmed(row.actor());
    }

    private @Nullable String staff(String name) {
        if (seen.isEmpty() != name.equals("staff-registered")) return "out-of-order";
        return seen.contains("staff-retired") ? "after-closing" : null;
    }
}
