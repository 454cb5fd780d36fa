package id.kulkul.web.audit;

import id.kulkul.command.Acted;
import id.kulkul.command.TimeZones;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventType;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.StoredEvent;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which events of a case are listed; an empty text leaves that question open. */
public record Filter(String actor, String type, String month) {
    static final String REPORTER = "reporter";
    static final String SYSTEM = "system";

    static Filter of(MultiValueMap<String, String> asked) {
        return new Filter(text(asked, "actor"), text(asked, "type"), text(asked, "month"));
    }

    private static String text(MultiValueMap<String, String> asked, String name) {
        @Nullable String value = asked.getFirst(name);
        return value == null ? "" : value;
    }

    boolean fits(EventTypes types, StoredEvent event) {
        return (actor.isEmpty() || actor.equals(actor(types, event)))
                && (type.isEmpty() || type.equals(event.name()))
                && (month.isEmpty() || month.equals(month(event)));
    }

    public boolean isEmpty() {
        return actor.isEmpty() && type.isEmpty() && month.isEmpty();
    }

    /** Who acted, as a filter names them: a person's id, the reporter, or the office's own clock. */
    static String actor(EventTypes types, StoredEvent event) {
        UUID actor = Hex16.parse(event.metadata().getOrDefault("actor", Hex16.of(Acted.NOBODY)));
        if (!actor.equals(Acted.NOBODY)) return Hex16.of(actor);
        return types.event(event.aggregateType(), event.name())
                .filter(type -> type.unnamed() == EventType.Unnamed.REPORTER)
                .map(type -> REPORTER)
                .orElse(SYSTEM);
    }

    /** The month in Bali, such as 2026-11. */
    static String month(StoredEvent event) {
        return YearMonth.from(event.time().atZone(TimeZones.WITA)).toString();
    }
}
