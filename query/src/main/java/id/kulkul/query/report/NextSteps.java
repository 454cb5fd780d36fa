package id.kulkul.query.report;

import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportRules;
import id.kulkul.command.report.ReportStage;
import id.kulkul.query.casework.Next;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What should be done next with a report, and what else is lawful. */
final class NextSteps {
    private NextSteps() {}

    static Next of(CaseFile file) {
        return switch (file.stage) {
            case RECEIVED -> always(NextAction.ACKNOWLEDGE);
            case CLOSED -> always(NextAction.NONE);
            default -> file.unread.isEmpty() ? step(file) : always(NextAction.READ);
        };
    }

    private static Next step(CaseFile file) {
        return switch (file.stage) {
            case TRIAGE -> always(NextAction.DECIDE_TRIAGE);
            case CLARIFYING -> always(NextAction.WAIT_FOR_REPORTER);
            case DECLINED -> afterRefusal(file);
            case INVESTIGATING -> always(NextAction.DRAFT_FINDINGS);
            case FINDINGS -> toConfirm(file);
            case FOLLOW_UP, HANDED_OVER -> always(NextAction.GIVE_FEEDBACK);
            case FEEDBACK_GIVEN -> always(NextAction.CLOSE);
            case RECEIVED, CLOSED -> always(NextAction.NONE);
        };
    }

    private static Next toConfirm(CaseFile file) {
        var drafter = file.drafter;
        return new Next(
                NextAction.CONFIRM_FINDINGS.step(),
                drafter == null ? null : new Next.ForOne(drafter, NextAction.WAIT_FOR_COLLEAGUE.step()),
                null);
    }

    private static Next afterRefusal(CaseFile file) {
        if (file.objected) return always(NextAction.CONSIDER_OBJECTION);
        var last = objectUntil(file);
        if (last == null) return always(NextAction.CLOSE);
        var end = WorkingDays.begin(last.plusDays(1));
        return new Next(NextAction.CLOSE.step(), null, new Next.Until(end, NextAction.WAIT_FOR_REPORTER.step()));
    }

    private static Next always(NextAction action) {
        return Next.always(action.step());
    }

    /** The last day on which the reporter may object to a refusal; null where there is none. */
    static @Nullable LocalDate objectUntil(CaseFile file) {
        if (file.declined == null) return null;
        var days = Policies.rules(file.rules).map(ReportRules::objectionDays).orElse(0);
        return WorkingDays.dayOf(file.declined).plusDays(days);
    }

    /** The same as long as nobody has objected and the day has not passed. */
    static @Nullable LocalDate mayObjectUntil(CaseFile file, Instant now) {
        var last = file.stage == ReportStage.DECLINED && !file.objected ? objectUntil(file) : null;
        return last == null || WorkingDays.dayOf(now).isAfter(last) ? null : last;
    }

    /** What else a person may do now, the next action left out. */
    static List<ReportAct> others(CaseFile file, UUID person, NextAction next) {
        var acts = EnumSet.allOf(ReportAct.class);
        acts.removeIf(act -> !act.isLawfulAt(file.stage));
        acts.removeAll(EnumSet.of(ReportAct.REPLY, ReportAct.OPEN_ITEM));
        if (file.extended) acts.remove(ReportAct.EXTEND_INVESTIGATION);
        if (person.equals(file.drafter)) acts.remove(ReportAct.CONFIRM_FINDINGS);
        next.act().ifPresent(acts::remove);
        return List.copyOf(acts);
    }
}
