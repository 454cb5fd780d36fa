package id.kulkul.command.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come, in the words of its rules: what happened that means something to a clock, in its order, and
 * which duties are recorded as missed. The aggregate decides by it and the read side computes days from it.
 *
 * @param happened in the order of the history, not of the hours, which are coarse and may be equal or go back
 * @param missed the codes of the clocks whose miss is recorded since they started last, in alphabetical order, so that
 *     every process writes the same
 */
public record Progress(List<Happened> happened, Set<String> missed) {
    /** Nothing has happened yet. */
    public static final Progress NONE = new Progress(List.of(), Set.of());

    /** The stored name of an event, and when it happened. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Happened(String event, Instant at) {}

    public Progress {
        happened = List.copyOf(happened);
        missed = Collections.unmodifiableSet(new TreeSet<>(missed));
    }

    /** The progress after one more event; one that means nothing to any clock of the rules leaves no trace. */
    public Progress after(RuleSet rules, String event, Instant at) {
        if (!rules.knows(event)) return this;
        var more = new ArrayList<>(happened);
        more.add(new Happened(event, at));
        var still = new HashSet<>(missed);
        for (var rule : rules.clocks()) if (rule.restartsAt(event)) still.remove(rule.code());
        return new Progress(more, still);
    }

    /** The progress after the miss of a clock was recorded. */
    public Progress afterMiss(String clock) {
        var more = new HashSet<>(missed);
        more.add(clock);
        return new Progress(happened, more);
    }

    /**
     * Whether a miss of a duty may be recorded: it has begun, neither ended nor stands still, and no miss of this run
     * is recorded.
     */
    public boolean isRunning(RuleSet rules, ClockRule rule) {
        return !missed.contains(rule.code())
                && Clocks.of(rules, rule, this).filter(Due::isRunning).isPresent();
    }

    /** When an event happened for the first time; empty where it did not, or means nothing to any clock. */
    public Optional<Instant> first(String event) {
        return Optional.ofNullable(next(List.of(event), 0))
                .map(at -> happened.get(at).at());
    }

    /** The place of the first of some events from a place on; null where none came. */
    @Nullable
    Integer next(List<String> events, int from) {
        for (var place = from; place < happened.size(); place++)
            if (events.contains(happened.get(place).event())) return place;
        return null;
    }

    /** The place at which an event happened last; null where it never did. */
    @Nullable
    Integer last(@Nullable String event) {
        for (var place = happened.size() - 1; place >= 0; place--)
            if (happened.get(place).event().equals(event)) return place;
        return null;
    }

    Instant at(int place) {
        return happened.get(place).at();
    }
}
