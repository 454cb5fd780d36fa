package id.kulkul.command.report;

import id.kulkul.command.policy.Length;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.RuleSet;
import id.kulkul.command.policy.Unit;
import id.kulkul.command.policy.WorkingDays;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the dated rules of the protected channel call the things that a report asks of them. */
public final class ReportRules {
    /** The family of the rules of the protected channel. */
    public static final String FAMILY = "wbs";

    /** The clock of the confirmation of receipt. */
    public static final String ACKNOWLEDGE = "acknowledge";

    /** The clock of the feedback. */
    public static final String FEEDBACK = "feedback";

    private static final String CATEGORY = "category";
    private static final String OBJECTION = "objection-days";

    private ReportRules() {}

    /** The rules under which a report is received at that moment. */
    public static RuleSet inForce(Instant now) {
        return Policies.inForce(FAMILY, WorkingDays.dayOf(now));
    }

    /** A version of the rules of the protected channel; empty where none of that name was published for it. */
    public static Optional<RuleSet> version(String name) {
        return Policies.rules(name).filter(rules -> rules.family().equals(FAMILY));
    }

    /** What a report may be about, in the order of the form. */
    public static List<String> categories(RuleSet rules) {
        return rules.codes(CATEGORY);
    }

    /** For how many calendar days a reporter may object to a refusal. */
    public static int objectionDays(RuleSet rules) {
        return rules.number(OBJECTION);
    }

    /** How much time an act gives somebody else; empty where it gives none. */
    public static Optional<Length> gives(RuleSet rules, ReportAct act) {
        return switch (act) {
            case DECLINE -> Optional.of(new Length(objectionDays(rules), Unit.CALENDAR_DAYS));
            case START_INVESTIGATION -> Optional.of(rules.clock("investigation").length());
            case DRAFT_FINDINGS -> Optional.of(rules.clock("review").length());
            case ACKNOWLEDGE,
                    ASK_REPORTER,
                    REPLY,
                    REOPEN,
                    EXTEND_INVESTIGATION,
                    CONFIRM_FINDINGS,
                    HAND_OVER,
                    GIVE_FEEDBACK,
                    CLOSE,
                    DECLARE_CONFLICT,
                    ADD_NOTE,
                    OPEN_ITEM -> Optional.empty();
        };
    }
}
