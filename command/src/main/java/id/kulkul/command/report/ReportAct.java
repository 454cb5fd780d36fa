package id.kulkul.command.report;

import static id.kulkul.command.report.ReportStage.*;

import id.kulkul.command.Act;
import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.sealed.Note;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a report and in which stages: the aggregate refuses everything else, a page offers nothing
 * else.
 */
public enum ReportAct implements Act {
    ACKNOWLEDGE,
    ASK_REPORTER,
    REPLY,
    DECLINE,
    REOPEN,
    START_INVESTIGATION,
    EXTEND_INVESTIGATION,
    DRAFT_FINDINGS,
    CONFIRM_FINDINGS,
    HAND_OVER,
    GIVE_FEEDBACK,
    CLOSE,
    DECLARE_CONFLICT,
    OPEN_ITEM,
    ADD_NOTE;

    /** Whether the stage allows the act; who may act is another question. */
    public boolean isLawfulAt(ReportStage stage) {
        return switch (this) {
            case ACKNOWLEDGE -> stage == RECEIVED;
            case ASK_REPORTER -> stage != RECEIVED && stage != CLOSED;
            case REPLY, DECLARE_CONFLICT, ADD_NOTE -> stage != CLOSED;
            case DECLINE, START_INVESTIGATION -> stage == TRIAGE || stage == CLARIFYING;
            case REOPEN -> stage == DECLINED;
            case EXTEND_INVESTIGATION, DRAFT_FINDINGS -> stage == INVESTIGATING;
            case CONFIRM_FINDINGS -> stage == FINDINGS;
            case HAND_OVER -> stage == TRIAGE || stage == CLARIFYING || isExamined(stage);
            case GIVE_FEEDBACK -> isExamined(stage) || stage == HANDED_OVER || stage == FEEDBACK_GIVEN;
            case CLOSE -> stage == DECLINED || stage == FEEDBACK_GIVEN;
            case OPEN_ITEM -> true;
        };
    }

    /** Whether an official does it with a form of its own on the page of the case. */
    public boolean isOffered() {
        return this != REPLY && this != OPEN_ITEM;
    }

    @Override
    public boolean isSealed() {
        return this == ASK_REPORTER || this == DECLINE || this == GIVE_FEEDBACK;
    }

    @Override
    public List<String> codes() {
        Enum<?>[] choices =
                switch (this) {
                    case DECLINE -> DeclineReason.values();
                    case EXTEND_INVESTIGATION -> ExtensionReason.values();
                    case DRAFT_FINDINGS -> Outcome.values();
                    case HAND_OVER -> Authority.values();
                    case CLOSE -> Lesson.values();
                    case DECLARE_CONFLICT -> ConflictReason.values();
                    case ACKNOWLEDGE,
                            ASK_REPORTER,
                            REPLY,
                            REOPEN,
                            START_INVESTIGATION,
                            CONFIRM_FINDINGS,
                            GIVE_FEEDBACK,
                            ADD_NOTE,
                            OPEN_ITEM -> new Enum<?>[0];
                };
        return Arrays.stream(choices).map(Enum::name).toList();
    }

    @Override
    public ReportCommand command(UUID id, UUID by, String code) {
        ReportId report = new ReportId(id);
        return switch (this) {
            case ACKNOWLEDGE -> new AcknowledgeReport(report, by);
            case REOPEN -> new ReopenReport(report, by);
            case START_INVESTIGATION -> new StartInvestigation(report, by);
            case DECLARE_CONFLICT -> new DeclareConflict(report, by, by, ConflictReason.valueOf(code));
            case EXTEND_INVESTIGATION, DRAFT_FINDINGS, CONFIRM_FINDINGS, HAND_OVER, CLOSE ->
                noted(report, by, code, null);
            case ASK_REPORTER, REPLY, DECLINE, GIVE_FEEDBACK, ADD_NOTE, OPEN_ITEM ->
                throw new IllegalArgumentException("This act is not done by a button alone.");
        };
    }

    /**
     * The command of an act with sealed messages.
     *
     * @throws IllegalArgumentException where the code is none of the act's, or the act carries no message
     */
    public ReportCommand command(ReportId report, UUID by, String code, Sealing sealing, List<ItemHeader> items) {
        return switch (this) {
            case ASK_REPORTER -> new AskReporter(report, by, sealing, items);
            case DECLINE -> new DeclineReport(report, by, DeclineReason.valueOf(code), sealing, items);
            case GIVE_FEEDBACK -> new GiveFeedback(report, by, sealing, items);
            case ACKNOWLEDGE,
                    REPLY,
                    REOPEN,
                    START_INVESTIGATION,
                    EXTEND_INVESTIGATION,
                    DRAFT_FINDINGS,
                    CONFIRM_FINDINGS,
                    HAND_OVER,
                    CLOSE,
                    DECLARE_CONFLICT,
                    ADD_NOTE,
                    OPEN_ITEM -> throw new IllegalArgumentException("This act carries no message.");
        };
    }

    /**
     * The command of an act that may be explained by a note to colleagues.
     *
     * @param note null for none
     * @throws IllegalArgumentException where the code is none of the act's, or the act takes no note
     */
    public ReportCommand noted(ReportId report, UUID by, String code, @Nullable Note note) {
        return switch (this) {
            case EXTEND_INVESTIGATION -> new ExtendInvestigation(report, by, ExtensionReason.valueOf(code), note);
            case DRAFT_FINDINGS -> new DraftFindings(report, by, Outcome.valueOf(code), note);
            case CONFIRM_FINDINGS -> new ConfirmFindings(report, by, note);
            case HAND_OVER -> new HandOver(report, by, Authority.valueOf(code), note);
            case CLOSE -> new CloseReport(report, by, Lesson.valueOf(code), note);
            case ADD_NOTE -> new AddNote(report, by, required(note));
            case ACKNOWLEDGE,
                    ASK_REPORTER,
                    REPLY,
                    DECLINE,
                    REOPEN,
                    START_INVESTIGATION,
                    GIVE_FEEDBACK,
                    DECLARE_CONFLICT,
                    OPEN_ITEM -> throw new IllegalArgumentException("This act takes no note.");
        };
    }

    private static Note required(@Nullable Note note) {
        if (note == null) throw new IllegalArgumentException("A note without a text says nothing.");
        return note;
    }

    /** Whether those who may read the case can be told in a sealed text why. */
    public boolean takesNote() {
        return switch (this) {
            case EXTEND_INVESTIGATION, DRAFT_FINDINGS, CONFIRM_FINDINGS, HAND_OVER, CLOSE, ADD_NOTE -> true;
            default -> false;
        };
    }

    /** Whether nobody can take it back, so that a page asks once more. */
    public boolean isFinal() {
        return switch (this) {
            case DECLINE, DRAFT_FINDINGS, CONFIRM_FINDINGS, HAND_OVER, CLOSE, DECLARE_CONFLICT -> true;
            default -> false;
        };
    }

    /** Whether it is nothing without that text. */
    public boolean needsNote() {
        return this == DRAFT_FINDINGS || this == ADD_NOTE;
    }

    private static boolean isExamined(ReportStage stage) {
        return stage == INVESTIGATING || stage == FINDINGS || stage == FOLLOW_UP;
    }
}
