package id.kulkul.crypto.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The append-only table of stored names and their numbers, the same for the server and the offline verifier. */
public final class EventTypes {

    private static final EventTypes STANDARD = read("event-types.tsv");

    private final Map<String, AggregateType> aggregates = new LinkedHashMap<>();
    private final Map<String, EventType> events = new LinkedHashMap<>();
    private final Map<String, Map<String, EventType>> byName = new HashMap<>();

    private EventTypes() {}

    /** The table that this version was built with. */
    public static EventTypes standard() {
        return STANDARD;
    }

    /** The aggregate type of a stored name. */
    public Optional<AggregateType> aggregate(String name) {
        return Optional.ofNullable(aggregates.get(name));
    }

    /** The event type of a stored name, if that aggregate has it. */
    public Optional<EventType> event(String aggregate, String name) {
        return Optional.ofNullable(byName.getOrDefault(aggregate, Map.of()).get(name));
    }

    /** All aggregate types in the order of the table. */
    public Collection<AggregateType> aggregates() {
        return Collections.unmodifiableCollection(aggregates.values());
    }

    /** All event types in the order of the table. */
    public Collection<EventType> events() {
        return Collections.unmodifiableCollection(events.values());
    }

    /**
     * A table from its text: lines {@code aggregate CODE name origin prefix} and {@code event CODE aggregate name
     * unnamed place}, separated by tabs, with {@code -} for no prefix and no place.
     *
     * @throws IllegalArgumentException for an unknown line, a number or name given twice, or an event without its
     *     aggregate
     */
    public static EventTypes of(String text) {
        EventTypes table = new EventTypes();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
        return table;
    }

    private void add(String line) {
        String[] field = line.split("\t", -1);
        switch (field[0] + field.length) {
            case "aggregate5" -> add(new AggregateType(number(field), field[2], origin(field[3]), prefix(field[4])));
            case "event6" -> event(field);
            default -> throw new IllegalArgumentException("not a row of event types: " + line);
        }
    }

    private void add(AggregateType type) {
        boolean taken = aggregates.values().stream().anyMatch(other -> other.code() == type.code());
        if (taken || type.code() < 1 || type.code() > 255 || aggregates.put(type.name(), type) != null) {
            throw new IllegalArgumentException("aggregate given twice or out of range: " + type.name());
        }
    }

    private void event(String[] field) {
        int code = number(field);
        String aggregate = field[2];
        String name = field[3];
        AggregateType type = aggregates.get(aggregate);
        boolean taken = events.values().stream().anyMatch(other -> other.code() == code);
        if (type == null || taken || code < 1 || code > 65535) {
            throw new IllegalArgumentException("event without aggregate, given twice or out of range: " + name);
        }
        EventType event = new EventType(code, type, name, unnamed(field[4]), place(field[5]));
        if (events.put(key(aggregate, name), event) != null) {
            throw new IllegalArgumentException("event given twice: " + name);
        }
        byName.computeIfAbsent(aggregate, any -> new HashMap<>()).put(name, event);
    }

    private static int number(String[] field) {
        return Integer.parseInt(field[1]);
    }

    private static EventType.Unnamed unnamed(String text) {
        return EventType.Unnamed.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static EventType.Place place(String text) {
        return text.equals("-") ? EventType.Place.ANYWHERE : EventType.Place.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String prefix(String text) {
        if (text.equals("-")) return null;
        if (!text.matches("[A-Z]{3}")) throw new IllegalArgumentException("not the letters of a kind: " + text);
        return text;
    }

    private static @Nullable LogName origin(String text) {
        return text.equals("none") ? null : LogName.of(text);
    }

    private static String key(String aggregate, String name) {
        return aggregate + "\t" + name;
    }

    private static EventTypes read(String resource) {
        try (InputStream in = EventTypes.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing in the jar: " + resource);
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
