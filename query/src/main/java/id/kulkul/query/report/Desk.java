package id.kulkul.query.report;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies before one person on one day: what is due, what to do next, and what else is lawful. */
record Desk(UUID person, Instant now) {

    private LocalDate today() {
        return WorkingDays.dayOf(now);
    }

    NextAction next(CaseCard card) {
        return switch (card.stage()) {
            case RECEIVED -> NextAction.ACKNOWLEDGE;
            case CLOSED -> NextAction.NONE;
            default -> card.news() ? NextAction.READ : step(card);
        };
    }

    private NextAction step(CaseCard card) {
        return switch (card.stage()) {
            case TRIAGE -> NextAction.DECIDE_TRIAGE;
            case CLARIFYING -> NextAction.WAIT_FOR_REPORTER;
            case DECLINED -> afterRefusal(card);
            case INVESTIGATING -> NextAction.DRAFT_FINDINGS;
            case FINDINGS ->
                person.equals(card.drafter()) ? NextAction.WAIT_FOR_COLLEAGUE : NextAction.CONFIRM_FINDINGS;
            case FOLLOW_UP, HANDED_OVER -> NextAction.GIVE_FEEDBACK;
            case FEEDBACK_GIVEN -> NextAction.CLOSE;
            case RECEIVED, CLOSED -> NextAction.NONE;
        };
    }

    private NextAction afterRefusal(CaseCard card) {
        if (card.objected()) return NextAction.CONSIDER_OBJECTION;
        var until = objectUntil(card);
        var waiting = until != null && !today().isAfter(until);
        return waiting ? NextAction.WAIT_FOR_REPORTER : NextAction.CLOSE;
    }

    /** The last day on which the reporter may object to a refusal; null where there is none. */
    static @Nullable LocalDate objectUntil(CaseCard card) {
        var refused = card.declined();
        if (refused == null) return null;
        var days = Policies.rules(card.rules()).map(ReportRules::objectionDays).orElse(0);
        return WorkingDays.dayOf(refused).plusDays(days);
    }

    /** What else the person may do now, the next action left out. */
    List<ReportAct> others(CaseCard card) {
        var acts = EnumSet.allOf(ReportAct.class);
        acts.removeIf(act -> !act.isLawfulAt(card.stage()));
        acts.removeAll(EnumSet.of(ReportAct.REPLY, ReportAct.OPEN_ITEM));
        if (card.extended()) acts.remove(ReportAct.EXTEND_INVESTIGATION);
        if (person.equals(card.drafter())) acts.remove(ReportAct.CONFIRM_FINDINGS);
        next(card).act().ifPresent(acts::remove);
        return List.copyOf(acts);
    }

    ClockRow row(Due due) {
        return new ClockRow(due, due.at(now), ChronoUnit.DAYS.between(today(), due.lastDay()));
    }

    List<ClockRow> clocks(CaseCard card) {
        return card.clocks().stream().map(this::row).toList();
    }

    /** The running duty that comes due first. */
    @Nullable
    ClockRow urgent(CaseCard card) {
        return card.clocks().stream()
                .filter(due -> due.duty() && due.isRunning())
                .min(Comparator.comparing(Due::by))
                .map(this::row)
                .orElse(null);
    }

    InboxCard lay(CaseCard card) {
        return new InboxCard(
                card.report(),
                CaseNumber.of(card.report()),
                card.category(),
                card.stage(),
                next(card),
                urgent(card),
                card.news());
    }
}
