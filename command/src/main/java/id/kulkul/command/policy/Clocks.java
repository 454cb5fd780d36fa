package id.kulkul.command.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes what is due in a case from what has happened to it and the rules that it keeps; the same input gives the
 * same moments.
 */
public final class Clocks {
    private Clocks() {}

    /** Every clock of the rules that has started, in the order of the rules. */
    public static List<Due> of(RuleSet rules, Progress progress) {
        return rules.clocks().stream()
                .flatMap(rule -> Run.of(rule, progress).stream())
                .map(run -> due(rules, run))
                .toList();
    }

    /** A clock of the rules; empty where it has not started. */
    public static Optional<Due> of(RuleSet rules, ClockRule rule, Progress progress) {
        return Run.of(rule, progress).map(run -> due(rules, run));
    }

    /** The first moment at which a duty that runs comes too late, those left out whose miss is recorded. */
    public static Optional<Instant> nextDuty(RuleSet rules, Progress progress) {
        Instant first = null;
        for (var rule : rules.clocks()) {
            if (!rule.duty() || progress.missed().contains(rule.code())) continue;
            var run = Run.of(rule, progress).filter(one -> one.done() == null).orElse(null);
            if (run == null) continue;
            var end = new End(run, Term.end(run, rules.workingCalendar()));
            if (end.stillSince() == null && (first == null || end.by().isBefore(first))) first = end.by();
        }
        return Optional.ofNullable(first);
    }

    private record End(Run run, Instant by) {
        /** A clock that was late before it stopped has not stopped. */
        @Nullable
        Instant stillSince() {
            if (run.done() != null || run.pauses().isEmpty()) return null;
            var last = run.pauses().getLast();
            return last.until() == null && last.from().isBefore(by) ? last.from() : null;
        }
    }

    private static Due due(RuleSet rules, Run run) {
        var rule = run.rule();
        var end = new End(run, Term.end(run, rules.workingCalendar()));
        var last = WorkingDays.dayOf(end.by().minusNanos(1));
        return new Due(
                rule.code(),
                rule.duty(),
                rule.toReporter(),
                end.by(),
                run.done(),
                end.stillSince(),
                why(rules, run, last));
    }

    private static Why why(RuleSet rules, Run run, LocalDate last) {
        var rule = run.rule();
        var calendar = rules.workingCalendar();
        var working = rule.unit() == Unit.WORKING_DAYS;
        return new Why(
                run.start(),
                run.reached(),
                run.from(),
                run.value(),
                rule.unit(),
                run.extended(),
                rule.basis(),
                working ? skipped(run, last, calendar) : List.of(),
                run.pauses(),
                rules.version(),
                calendar.version(),
                !working || (calendar.covers(run.day()) && calendar.covers(last)));
    }

    private static List<SkippedDay> skipped(Run run, LocalDate last, WorkingCalendar calendar) {
        return WorkingDays.skipped(run.day(), last, calendar).stream()
                .filter(day -> run.pauses().stream().noneMatch(still -> stood(still, day.date())))
                .toList();
    }

    private static boolean stood(Still still, LocalDate day) {
        var until = still.until();
        return until != null && day.isAfter(WorkingDays.dayOf(still.from())) && !day.isAfter(WorkingDays.dayOf(until));
    }
}
