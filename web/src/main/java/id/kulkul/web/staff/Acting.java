package id.kulkul.web.staff;

import id.kulkul.command.report.Authority;
import id.kulkul.command.report.DeclineReason;
import id.kulkul.command.report.ExtensionReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.Outcome;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportCommand;
import id.kulkul.command.report.ReportCommand.AcknowledgeReport;
import id.kulkul.command.report.ReportCommand.AskReporter;
import id.kulkul.command.report.ReportCommand.CloseReport;
import id.kulkul.command.report.ReportCommand.ConfirmFindings;
import id.kulkul.command.report.ReportCommand.DeclineReport;
import id.kulkul.command.report.ReportCommand.DraftFindings;
import id.kulkul.command.report.ReportCommand.ExtendInvestigation;
import id.kulkul.command.report.ReportCommand.GiveFeedback;
import id.kulkul.command.report.ReportCommand.HandOver;
import id.kulkul.command.report.ReportCommand.ReopenReport;
import id.kulkul.command.report.ReportCommand.StartInvestigation;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.query.report.CaseRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what an official chose on a page into a command; the aggregate decides whether it is lawful. */
final class Acting {
    private Acting() {}

    /** What the page offers, the one next act first. */
    static List<ReportAct> offered(CaseRow row) {
        List<ReportAct> acts = new ArrayList<>();
        row.next().act().filter(Acting::isOnPage).ifPresent(acts::add);
        row.others().stream()
                .filter(act -> !acts.contains(act) && isOnPage(act))
                .forEach(acts::add);
        return acts;
    }

    private static boolean isOnPage(ReportAct act) {
        return act != ReportAct.REPLY && act != ReportAct.OPEN_ITEM && act != ReportAct.DECLARE_CONFLICT;
    }

    /** Whether the act carries a message that the browser seals. */
    static boolean isSealed(ReportAct act) {
        return act == ReportAct.ASK_REPORTER || act == ReportAct.DECLINE || act == ReportAct.GIVE_FEEDBACK;
    }

    /** Whether there is an act of this name that carries a message, and takes this code. */
    static boolean isKnown(String act, @Nullable String code) {
        return Arrays.stream(ReportAct.values())
                .filter(known -> known.name().equals(act) && isSealed(known))
                .map(Acting::codes)
                .anyMatch(codes -> codes.isEmpty() || codes.contains(code));
    }

    /** The coded choices of an act. */
    static List<String> codes(ReportAct act) {
        Enum<?>[] choices =
                switch (act) {
                    case DECLINE -> DeclineReason.values();
                    case EXTEND_INVESTIGATION -> ExtensionReason.values();
                    case DRAFT_FINDINGS -> Outcome.values();
                    case HAND_OVER -> Authority.values();
                    case CLOSE -> Lesson.values();
                    default -> new Lesson[0];
                };
        return Arrays.stream(choices).map(Enum::name).toList();
    }

    /** The command of an act without a message; an unknown act or code is an {@link IllegalArgumentException}. */
    static ReportCommand plain(ReportId report, UUID by, String act, String code) {
        return switch (ReportAct.valueOf(act)) {
            case ACKNOWLEDGE -> new AcknowledgeReport(report, by);
            case REOPEN -> new ReopenReport(report, by);
            case START_INVESTIGATION -> new StartInvestigation(report, by);
            case EXTEND_INVESTIGATION -> new ExtendInvestigation(report, by, ExtensionReason.valueOf(code));
            case DRAFT_FINDINGS -> new DraftFindings(report, by, Outcome.valueOf(code));
            case CONFIRM_FINDINGS -> new ConfirmFindings(report, by);
            case HAND_OVER -> new HandOver(report, by, Authority.valueOf(code));
            case CLOSE -> new CloseReport(report, by, Lesson.valueOf(code));
            default -> throw new IllegalArgumentException("This act is not done by a button alone.");
        };
    }

    /** The command of an act with sealed messages. */
    static ReportCommand sealed(
            ReportId report, UUID by, String act, String code, Sealing sealing, List<ItemHeader> items) {
        return switch (ReportAct.valueOf(act)) {
            case ASK_REPORTER -> new AskReporter(report, by, sealing, items);
            case DECLINE -> new DeclineReport(report, by, DeclineReason.valueOf(code), sealing, items);
            case GIVE_FEEDBACK -> new GiveFeedback(report, by, sealing, items);
            default -> throw new IllegalArgumentException("This act carries no message.");
        };
    }
}
