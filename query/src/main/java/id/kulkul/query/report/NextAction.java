package id.kulkul.query.report;

import id.kulkul.command.report.ReportAct;
import id.kulkul.query.casework.Next;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one lawful thing that a person should do next with a case, or whom the case waits for. */
public enum NextAction {
    /** Confirm receipt and begin triage. */
    ACKNOWLEDGE(ReportAct.ACKNOWLEDGE),
    /** Read what the reporter has sent and nobody has been given yet. */
    READ(ReportAct.OPEN_ITEM),
    /** Decide: investigate, ask, decline, or hand over. */
    DECIDE_TRIAGE(ReportAct.START_INVESTIGATION),
    /** Nothing: the reporter has been asked, and need not answer. */
    WAIT_FOR_REPORTER(null),
    /** Look at the reporter's objection to the refusal. */
    CONSIDER_OBJECTION(ReportAct.REOPEN),
    /** Conclude the investigation. */
    DRAFT_FINDINGS(ReportAct.DRAFT_FINDINGS),
    /** Check a colleague's findings. */
    CONFIRM_FINDINGS(ReportAct.CONFIRM_FINDINGS),
    /** Nothing: a colleague must check the findings. */
    WAIT_FOR_COLLEAGUE(null),
    /** Tell the reporter what was done. */
    GIVE_FEEDBACK(ReportAct.GIVE_FEEDBACK),
    /** Close the case. */
    CLOSE(ReportAct.CLOSE),
    /** Nothing: the case is closed. */
    NONE(null);

    private final @Nullable ReportAct act;

    NextAction(@Nullable ReportAct act) {
        this.act = act;
    }

    /** The same on a card of casework. */
    Next.Step step() {
        return new Next.Step(name(), act == null);
    }

    /** The act behind the button; nothing where there is only something to read or to wait for. */
    public Optional<ReportAct> act() {
        return Optional.ofNullable(act);
    }
}
