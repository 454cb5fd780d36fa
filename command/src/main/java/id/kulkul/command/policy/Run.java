package id.kulkul.command.policy;

import id.kulkul.command.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The present run of one clock of one case.
 *
 * @param start the event that started it
 * @param reached when that happened
 * @param from from when it counts, which is later where the rule lets a clock begin some days after another event
 * @param done when it ended; null while it has not
 * @param pauses when it stood still, in their order
 */
record Run(
        ClockRule rule,
        String start,
        Instant reached,
        Instant from,
        @Nullable Instant done,
        boolean extended,
        List<Still> pauses) {
    private record Start(String event, Instant reached, Instant from) {}

    /** The run of a clock; empty where it has not begun. */
    static Optional<Run> of(ClockRule rule, Progress progress) {
        Integer anew = progress.last(rule.restart());
        var begin = anew == null ? 0 : anew + 1;
        return start(rule, progress, anew).map(start -> {
            var done = progress.next(rule.ends(), begin);
            var end = done == null ? progress.happened().size() : done;
            return new Run(
                    rule,
                    start.event(),
                    start.reached(),
                    start.from(),
                    done == null ? null : progress.at(done),
                    isExtended(rule, progress, begin),
                    pauses(rule, progress, begin, end, start.from()));
        });
    }

    private static boolean isExtended(ClockRule rule, Progress progress, int begin) {
        var extension = rule.extension();
        return extension != null && progress.next(List.of(extension.by()), begin) != null;
    }

    private static Optional<Start> start(ClockRule rule, Progress progress, @Nullable Integer anew) {
        if (anew != null) {
            var at = progress.at(anew);
            return Optional.of(new Start(progress.happened().get(anew).event(), at, at));
        }
        var own = progress.first(rule.start()).map(at -> new Start(rule.start(), at, at));
        return Stream.concat(own.stream(), latest(rule, progress).stream())
                .min(Comparator.comparing(start -> day(rule, start.from())));
    }

    private static Optional<Start> latest(ClockRule rule, Progress progress) {
        var latest = rule.latestStart();
        if (latest == null) return Optional.empty();
        return progress.first(latest.after())
                .map(at -> new Start(
                        latest.after(),
                        at,
                        at.atZone(TimeZones.WITA)
                                .plusDays(latest.calendarDays())
                                .toInstant()));
    }

    /** Of two starts on one day, which count the same, a clock of days takes its own. */
    private static Instant day(ClockRule rule, Instant from) {
        return rule.unit() == Unit.HOURS ? from : WorkingDays.begin(WorkingDays.dayOf(from));
    }

    /** Pauses that overlap are one; what lies before the clock counts is none. */
    private static List<Still> pauses(ClockRule rule, Progress progress, int begin, int end, Instant from) {
        var found = new ArrayList<Still>();
        Set<ClockRule.Pause> open = new HashSet<>();
        Instant since = null;
        for (var place = begin; place < end; place++) {
            var happened = progress.happened().get(place);
            open.removeIf(pause -> pause.until().contains(happened.event()));
            rule.pauses().stream()
                    .filter(pause -> pause.from().equals(happened.event()))
                    .forEach(open::add);
            if (since == null && !open.isEmpty()) since = latest(happened.at(), from);
            if (since != null && open.isEmpty()) {
                if (happened.at().isAfter(since)) found.add(new Still(since, happened.at()));
                since = null;
            }
        }
        if (since != null) found.add(new Still(since, null));
        return List.copyOf(found);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    int value() {
        var extension = rule.extension();
        return rule.value() + (extended && extension != null ? extension.value() : 0);
    }

    LocalDate day() {
        return WorkingDays.dayOf(from);
    }
}
