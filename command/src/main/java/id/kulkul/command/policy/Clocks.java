package id.kulkul.command.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the due days of a case from what has happened to it and the rules that it keeps; the same input gives the same days. */
public final class Clocks {
    /** The day from which a clock counts, and the day on which that came about. */
    private record Start(Milestone milestone, LocalDate reached, LocalDate day) {}

    private Clocks() {}

    /** Every clock of the rules that has started, in the order of the rules. */
    public static List<Due> of(RuleSet rules, Map<Milestone, Instant> reached) {
        return rules.clocks().stream()
                .flatMap(rule -> started(rule, reached).map(start -> due(rules, rule, start, reached)).stream())
                .toList();
    }

    /** The first last day of a duty that has begun and is not done, but for those that are named. */
    public static Optional<LocalDate> nextDuty(RuleSet rules, Map<Milestone, Instant> reached, Set<String> butFor) {
        LocalDate next = null;
        for (var rule : rules.clocks()) {
            if (!rule.duty() || butFor.contains(rule.code()) || done(rule, reached) != null) continue;
            var start = started(rule, reached);
            if (start.isEmpty()) continue;
            var last = last(start.get().day(), value(rule, reached), rule.unit(), rules.workingCalendar());
            if (next == null || last.isBefore(next)) next = last;
        }
        return Optional.ofNullable(next);
    }

    private static int value(ClockRule rule, Map<Milestone, Instant> reached) {
        return rule.value()
                + (isExtended(rule, reached)
                        ? Objects.requireNonNull(rule.extension()).value()
                        : 0);
    }

    private static boolean isExtended(ClockRule rule, Map<Milestone, Instant> reached) {
        var extension = rule.extension();
        return extension != null && reached.containsKey(extension.by());
    }

    private static Optional<Start> started(ClockRule rule, Map<Milestone, Instant> reached) {
        var anew = rule.restart() == null ? Optional.<Start>empty() : at(rule.restart(), reached);
        if (anew.isPresent()) return anew;
        return Stream.concat(at(rule.start(), reached).stream(), latest(rule, reached).stream())
                .min(Comparator.comparing(Start::day));
    }

    private static Optional<Start> at(Milestone milestone, Map<Milestone, Instant> reached) {
        return day(reached.get(milestone)).map(day -> new Start(milestone, day, day));
    }

    private static Optional<Start> latest(ClockRule rule, Map<Milestone, Instant> reached) {
        var latest = rule.latestStart();
        if (latest == null) return Optional.empty();
        return day(reached.get(latest.after()))
                .map(day -> new Start(latest.after(), day, day.plusDays(latest.calendarDays())));
    }

    private static Due due(RuleSet rules, ClockRule rule, Start start, Map<Milestone, Instant> reached) {
        var calendar = rules.workingCalendar();
        var extended = isExtended(rule, reached);
        var value = value(rule, reached);
        var last = last(start.day(), value, rule.unit(), calendar);
        var skipped = rule.unit() == Unit.WORKING_DAYS
                ? WorkingDays.skipped(start.day(), last, calendar)
                : List.<SkippedDay>of();
        var reaches = rule.unit() != Unit.WORKING_DAYS || (calendar.covers(start.day()) && calendar.covers(last));
        var why = new Why(
                start.milestone(),
                start.reached(),
                start.day(),
                value,
                rule.unit(),
                extended,
                rule.basis(),
                skipped,
                rules.version(),
                calendar.version(),
                reaches);
        return new Due(rule.code(), rule.duty(), rule.toReporter(), last, done(rule, reached), why);
    }

    private static LocalDate last(LocalDate start, int value, Unit unit, WorkingCalendar calendar) {
        return switch (unit) {
            case CALENDAR_DAYS -> start.plusDays(value);
            case WORKING_DAYS -> WorkingDays.after(start, value, calendar);
            case MONTHS -> start.plusMonths(value);
        };
    }

    private static @Nullable LocalDate done(ClockRule rule, Map<Milestone, Instant> reached) {
        return rule.ends().stream()
                .flatMap(end -> day(reached.get(end)).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Optional<LocalDate> day(@Nullable Instant moment) {
        return Optional.ofNullable(moment).map(WorkingDays::dayOf);
    }
}
