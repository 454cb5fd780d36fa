package id.kulkul.command;

import id.kulkul.command.audit.CheckpointEvent;
import id.kulkul.command.audit.CheckpointsDoor;
import id.kulkul.command.channel.ChannelDoor;
import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.flood.FloodDoor;
import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.loss.LossEvent;
import id.kulkul.command.loss.LossesDoor;
import id.kulkul.command.report.ReportDoor;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.staff.StaffDoor;
import id.kulkul.command.staff.StaffEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/**
 * The one public door to the write side: which aggregates there are, what they are called, and how each is registered.
 */
public final class Aggregates {
    /** Says what is sent to an aggregate of which a duty was not done in time. */
    @FunctionalInterface
    public interface Marking {
        Object command(UUID id, String clock, LocalDate lastDay);
    }

    /**
     * An aggregate.
     *
     * @param name the stored name, with which the names of its events begin
     * @param events the sealed family of its events
     * @param door registers it
     * @param marking null where it has no duties
     */
    public record Line(
            String name,
            Class<?> events,
            Consumer<Configurer> door,
            @Nullable Marking marking) {
        /** An aggregate without duties. */
        Line(String name, Class<?> events, Consumer<Configurer> door) {
            this(name, events, door, null);
        }
    }

    private static final Aggregates STANDARD = new Aggregates(List.of(
            new Line("report", ReportEvent.class, ReportDoor::open, ReportDoor::overdue),
            new Line("staff-member", StaffEvent.class, StaffDoor::open),
            new Line("channel", ChannelEvent.class, ChannelDoor::open),
            new Line("checkpoints", CheckpointEvent.class, CheckpointsDoor::open),
            new Line("losses", LossEvent.class, LossesDoor::open),
            new Line("flood", FloodEvent.class, FloodDoor::open)));

    private final List<Line> lines;
    private final EventNames names;

    private Aggregates(List<Line> lines) {
        this.lines = lines;
        Map<String, Class<?>> families = new HashMap<>();
        lines.forEach(line -> families.put(line.name(), line.events()));
        this.names = new EventNames(families);
    }

    /** Those of this version. */
    public static Aggregates standard() {
        return STANDARD;
    }

    /** These and one more. */
    public Aggregates with(Line line) {
        return new Aggregates(Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    /** Registers the command handlers of all aggregates; buses, stores and serializers are the caller's. */
    public void register(Configurer configurer) {
        lines.forEach(line -> line.door().accept(configurer));
    }

    /** The names under which their events are stored. */
    public EventNames names() {
        return names;
    }

    /**
     * What is sent to an aggregate of which a duty was not done in time.
     *
     * @throws IllegalStateException where none of that name has duties
     */
    public Object overdue(String name, UUID id, String clock, LocalDate lastDay) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::marking)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is sent to a " + name + " that is late"))
                .command(id, clock, lastDay);
    }
}
