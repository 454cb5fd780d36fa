package id.kulkul.command;

import id.kulkul.command.audit.CheckpointEvent;
import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.loss.LossEvent;
import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.staff.StaffEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which events are stored, one for each record of the sealed families, so that classes may move freely. A
 * name begins with the name of its family, so that two families may have records of one simple name; the names that were
 * stored before that rule stay as they are and mean what they meant.
 */
public final class EventNames {
    /** The revisions of the events that had another shape before; every other has had only one. */
    private static final Map<Class<?>, String> REVISIONS = Map.of(ReportSubmitted.class, "3", LogRestored.class, "2");

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

    private static final EventNames STANDARD = new EventNames(Map.of(
            "report", ReportEvent.class,
            "channel", ChannelEvent.class,
            "staff-member", StaffEvent.class,
            "checkpoints", CheckpointEvent.class,
            "losses", LossEvent.class,
            "flood", FloodEvent.class));

    private final Map<String, Class<?>> families;
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

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
        return STANDARD;
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
        return REVISIONS.getOrDefault(type, "1");
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
