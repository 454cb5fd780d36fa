package id.kulkul.command;

import id.kulkul.command.audit.CheckpointEvent;
import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.loss.LossEvent;
import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.staff.StaffEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names under which events are stored, one for each record of the sealed families, so that classes may move freely. */
public final class EventNames {
    /** The revisions of the events that had another shape before; every other has had only one. */
    private static final Map<Class<?>, String> REVISIONS = Map.of(ReportSubmitted.class, "2", LogRestored.class, "2");

    /** The sealed event family of each stored aggregate name. */
    public static final Map<String, Class<?>> FAMILIES = Map.of(
            "report", ReportEvent.class,
            "channel", ChannelEvent.class,
            "staff-member", StaffEvent.class,
            "checkpoints", CheckpointEvent.class,
            "losses", LossEvent.class,
            "flood", FloodEvent.class);

    private static final Map<String, Class<?>> CLASSES = classes();
    private static final Map<Class<?>, String> NAMES =
            CLASSES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventNames() {}

    /** The stored name of an event class, or nothing for any other class. */
    public static Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    /** The revision under which an event of this class is stored. */
    public static String revisionOf(Class<?> type) {
        return REVISIONS.getOrDefault(type, "1");
    }

    /** The event class of a stored name, or nothing for any other name. */
    public static Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /** All stored names. */
    public static Set<String> all() {
        return CLASSES.keySet();
    }

    private static Map<String, Class<?>> classes() {
        var classes = new LinkedHashMap<String, Class<?>>();
        for (var family : FAMILIES.values()) {
            for (var type : family.getPermittedSubclasses()) {
                if (classes.put(kebab(type.getSimpleName()), type) != null)
                    throw new IllegalStateException("two events named " + type.getSimpleName());
            }
        }
        return Map.copyOf(classes);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
