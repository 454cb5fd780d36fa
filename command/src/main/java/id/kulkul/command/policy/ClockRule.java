package id.kulkul.command.policy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a rule set: what starts it, what lets it stand still, what ends it, how long it runs and by which
 * law; a rule that is no duty is a target that colours nothing red. The reporter is told of the clocks that are
 * promises to the reporter. Whatever happens to a clock has the name under which the event is stored.
 *
 * @param start the event whose first time starts the clock
 * @param restart the event whose last time starts it anew, so that what ended or missed it before counts no more
 * @param ends the events of which the first ends it
 * @param value how many units it runs
 */
public record ClockRule(
        String code,
        boolean duty,
        boolean toReporter,
        String start,
        @Nullable Latest latestStart,
        @Nullable String restart,
        List<String> ends,
        List<Pause> pauses,
        int value,
        Unit unit,
        @Nullable Extension extension,
        LegalBasis basis) {
    public ClockRule {
        ends = List.copyOf(ends);
        pauses = List.copyOf(Objects.requireNonNullElse(pauses, List.of()));
    }

    /** The clock starts this many calendar days after another event if its own start has not come by then. */
    public record Latest(String after, int calendarDays) {}

    /** The clock stands still from one event until the first of some others that comes after it. */
    public record Pause(String from, List<String> until) {
        public Pause {
            until = List.copyOf(until);
        }
    }

    /** The event lengthens the clock once, by this many of its own units. */
    public record Extension(String by, int value) {}

    /** How long the clock runs, extensions left out. */
    public Length length() {
        return new Length(value, unit);
    }

    Stream<Length> lengths() {
        return extension == null
                ? Stream.of(length())
                : Stream.of(length(), new Length(value + extension.value(), unit));
    }

    /** Whether this event starts the clock anew, so that a miss of the time before counts no more. */
    public boolean restartsAt(String event) {
        return event.equals(restart);
    }

    /** Whether an event means something to this clock. */
    boolean knows(String event) {
        if (event.equals(start) || event.equals(restart) || ends.contains(event)) return true;
        if (latestStart != null && event.equals(latestStart.after())) return true;
        if (extension != null && event.equals(extension.by())) return true;
        for (var pause : pauses) if (event.equals(pause.from()) || pause.until().contains(event)) return true;
        return false;
    }
}
