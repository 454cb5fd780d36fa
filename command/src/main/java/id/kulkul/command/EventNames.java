package id.kulkul.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;

/**
 * The names under which events are stored, one for each record of the sealed families, so that classes may move freely.
 * A name begins with the name of its family, so that two families may have records of one simple name; the names that
 * were stored before that rule stay as they are and mean what they meant.
 */
public final class EventNames {
    /** An event that had another shape before says so of itself; every other has had only one. */
    private static final RevisionResolver REVISIONS = new AnnotationRevisionResolver();

    /** Older than the rule: nothing is ever added here. */
    private static final Set<String> WITHOUT_FAMILY = Set.of(
            "report reporter-asked",
            "report reporter-replied",
            "report item-opened",
            "report investigation-started",
            "report investigation-extended",
            "report findings-drafted",
            "report findings-confirmed",
            "report feedback-given",
            "report conflict-declared",
            "report deadline-missed",
            "channel manifest-published",
            "staff-member staff-registered",
            "staff-member role-given",
            "staff-member role-taken",
            "staff-member keys-changed",
            "staff-member staff-retired",
            "checkpoints checkpoint-recorded",
            "losses log-restored",
            "losses contents-lost",
            "flood setting-aside-proposed",
            "flood setting-aside-confirmed",
            "flood setting-aside-undone");

    private final Map<String, Class<?>> families;
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<Class<?>, String> revisions = new LinkedHashMap<>();

    /**
     * The names of the events of some families.
     *
     * @param families the sealed event family of each stored aggregate name
     * @throws IllegalArgumentException where two events would be stored under one name
     */
    public EventNames(Map<String, Class<?>> families) {
        this.families = Map.copyOf(families);
        families.forEach((family, events) -> {
            for (var type : events.getPermittedSubclasses()) add(family, type);
        });
    }

    private void add(String family, Class<?> type) {
        var name = name(family, kebab(type.getSimpleName()));
        if (classes.put(name, type) != null) throw new IllegalArgumentException("two events named " + name);
        names.put(type, name);
        revisions.put(type, Objects.requireNonNullElse(REVISIONS.revisionOf(type), "1"));
    }

    private static String name(String family, String simple) {
        var whole = simple.startsWith(family + "-") || WITHOUT_FAMILY.contains(family + " " + simple);
        return whole ? simple : family + "-" + simple;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The names of all events of this version. */
    public static EventNames standard() {
        return Aggregates.standard().names();
    }

    /** The stored name of an event class, or nothing for any other class. */
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The stored name of an event; throws IllegalArgumentException for what belongs to no family. */
    public String of(Object event) {
        return nameOf(event.getClass())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event: " + event.getClass().getName()));
    }

    /** The revision under which an event of this class is stored. */
    public String revisionOf(Class<?> type) {
        return revisions.getOrDefault(type, "1");
    }

    /** The event class of a stored name, or nothing for any other name. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** All stored names. */
    public Set<String> all() {
        return Collections.unmodifiableSet(classes.keySet());
    }

    /** The sealed event family of each stored aggregate name. */
    public Map<String, Class<?>> families() {
        return families;
    }
}
