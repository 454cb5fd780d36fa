package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.Acted;
import id.kulkul.command.EventNames;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.Progress;
import id.kulkul.command.policy.RuleSet;
import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.sealed.Dossier;
import id.kulkul.command.sealed.Note;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.CaseIds;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A protected report: only those for whom it was sealed act on it, stage by stage, and a closed one stays closed. */
@AggregateRoot(type = "report")
class Report {
    private static final int SIGNATURE = 64;

    @AggregateIdentifier
    private ReportId id;

    private ReportStage stage;
    private RuleSet rules;
    private UUID drafter;
    private UUID findings;
    private final Set<UUID> readFindings = new HashSet<>();
    private final Dossier dossier = new Dossier(ReportRejection::of);
    private boolean extended;
    private Progress progress = Progress.NONE;

    Report() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SubmitReport command) {
        if (id != null) throw DUPLICATE_SUBMISSION.asException();
        var version = ReportRules.version(command.rules()).orElseThrow(UNKNOWN_RULES::asException);
        if (!ReportRules.categories(version).contains(command.category())) throw UNKNOWN_CATEGORY.asException();
        requireSignature(command.signature());
        requireNamed(command);
        requireOrigin(command);
        new Dossier(ReportRejection::of)
                .requireBeginning(command.report().value(), command.sealing(), ReportItems.SUBMISSION, command.items());
        apply(new ReportSubmitted(
                command.report(),
                command.rules(),
                command.category(),
                command.sealing(),
                command.nonce(),
                command.items(),
                command.reporterKeys(),
                command.signature(),
                command.origin()));
    }

    @CommandHandler
    void handle(AcknowledgeReport command) {
        require(ReportAct.ACKNOWLEDGE, command.by());
        apply(new ReportAcknowledged(id, command.by()));
    }

    @CommandHandler
    void handle(AskReporter command) {
        require(ReportAct.ASK_REPORTER, command.by());
        dossier.admit(id.value(), command.by(), command.sealing(), ReportItems.TO_REPORTER, command.items());
        apply(new ReporterAsked(id, command.by(), command.sealing(), command.items()));
    }

    @CommandHandler
    void handle(ReplyToOffice command) {
        require(ReportAct.REPLY);
        requireSignature(command.signature());
        dossier.admit(id.value(), Acted.NOBODY, command.sealing(), ReportItems.TO_OFFICE, command.items());
        apply(new ReporterReplied(id, command.sealing(), command.items(), command.signature()));
    }

    @CommandHandler
    void handle(RecordOpening command) {
        require(ReportAct.OPEN_ITEM, command.by());
        dossier.requireOpenable(command.item());
        apply(new ItemOpened(id, command.item(), command.by()));
    }

    @CommandHandler
    void handle(DeclineReport command) {
        require(ReportAct.DECLINE, command.by());
        dossier.admit(id.value(), command.by(), command.sealing(), ReportItems.TO_REPORTER, command.items());
        apply(new ReportDeclined(id, command.by(), command.reason(), command.sealing(), command.items()));
    }

    @CommandHandler
    void handle(ReopenReport command) {
        require(ReportAct.REOPEN, command.by());
        apply(new ReportReopened(id, command.by()));
    }

    @CommandHandler
    void handle(StartInvestigation command) {
        require(ReportAct.START_INVESTIGATION, command.by());
        apply(new InvestigationStarted(id, command.by()));
    }

    @CommandHandler
    void handle(ExtendInvestigation command) {
        require(ReportAct.EXTEND_INVESTIGATION, command.by());
        if (extended) throw ALREADY_EXTENDED.asException();
        note(ReportAct.EXTEND_INVESTIGATION, command.by(), command.note());
        apply(new InvestigationExtended(id, command.by(), command.reason()));
    }

    @CommandHandler
    void handle(DraftFindings command) {
        require(ReportAct.DRAFT_FINDINGS, command.by());
        if (command.note() == null) throw NOTE_MISSING.asException();
        note(ReportAct.DRAFT_FINDINGS, command.by(), command.note());
        apply(new FindingsDrafted(id, command.by(), command.outcome()));
    }

    @CommandHandler
    void handle(ConfirmFindings command) {
        require(ReportAct.CONFIRM_FINDINGS, command.by());
        if (command.by().equals(drafter)) throw SAME_PERSON.asException();
        if (findings != null && !readFindings.contains(command.by())) throw FINDINGS_UNREAD.asException();
        note(ReportAct.CONFIRM_FINDINGS, command.by(), command.note());
        apply(new FindingsConfirmed(id, command.by()));
    }

    @CommandHandler
    void handle(HandOver command) {
        require(ReportAct.HAND_OVER, command.by());
        note(ReportAct.HAND_OVER, command.by(), command.note());
        apply(new ReportHandedOver(id, command.by(), command.authority()));
    }

    @CommandHandler
    void handle(GiveFeedback command) {
        require(ReportAct.GIVE_FEEDBACK, command.by());
        dossier.admit(id.value(), command.by(), command.sealing(), ReportItems.TO_REPORTER, command.items());
        apply(new FeedbackGiven(id, command.by(), command.sealing(), command.items()));
    }

    @CommandHandler
    void handle(CloseReport command) {
        require(ReportAct.CLOSE, command.by());
        note(ReportAct.CLOSE, command.by(), command.note());
        apply(new ReportClosed(id, command.by(), command.lesson()));
    }

    @CommandHandler
    void handle(DeclareConflict command) {
        require(ReportAct.DECLARE_CONFLICT, command.by());
        dossier.requireExcludable(command.person());
        apply(new ConflictDeclared(id, command.by(), command.person(), command.reason()));
    }

    @CommandHandler
    void handle(AddNote command) {
        require(ReportAct.ADD_NOTE, command.by());
        note(ReportAct.ADD_NOTE, command.by(), command.note());
    }

    @CommandHandler
    void handle(MarkOverdue command) {
        var clock = rules.clocks().stream()
                .filter(rule -> rule.duty() && rule.code().equals(command.clock()))
                .findFirst()
                .orElseThrow(UNKNOWN_CLOCK::asException);
        if (progress.isRunning(rules, clock)) apply(new DeadlineMissed(id, command.clock(), command.lastDay()));
    }

    /** What a decision rests on is stored with it, before it. */
    private void note(ReportAct about, UUID by, @Nullable Note note) {
        if (note == null) return;
        dossier.admit(id.value(), by, note.sealing(), ReportItems.NOTE, note.items());
        apply(new NoteAdded(id, by, about, note.sealing(), note.items()));
    }

    private void require(ReportAct act, UUID by) {
        dossier.requireReader(by);
        require(act);
    }

    private void require(ReportAct act) {
        if (act.isLawfulAt(stage)) return;
        throw stage == ReportStage.CLOSED ? ALREADY_CLOSED.asException() : WRONG_STAGE.asException();
    }

    /** An id that its sender could choose might be that of something else, or of something that is still to come. */
    private static void requireNamed(SubmitReport command) {
        var id = CaseIds.of(command.sealing().tenant(), command.reporterKeys(), command.nonce());
        if (!id.equals(command.report().value())) throw WRONG_ID.asException();
    }

    /** The header of an item says whether the office wrote it down; a report that says otherwise contradicts itself. */
    private static void requireOrigin(SubmitReport command) {
        boolean assisted = command.origin() == ReportOrigin.ASSISTED;
        if (command.items().stream().anyMatch(item -> item.origin().isAssisted() != assisted))
            throw BAD_ITEM.asException();
    }

    private static void requireSignature(Octets signature) {
        if (signature.size() != SIGNATURE) throw BAD_SIGNATURE.asException();
    }

    @EventSourcingHandler
    void on(ReportEvent event, @Timestamp Instant at) {
        stage = ReportStage.after(stage, event);
        if (event instanceof ReportSubmitted submitted) begin(submitted);
        progress = progress.after(rules, EventNames.standard().of(event), at);
        switch (event) {
            case ReportSubmitted submitted -> dossier.take(Acted.NOBODY, submitted.sealing(), submitted.items());
            case ReporterAsked asked -> dossier.take(asked.by(), asked.sealing(), asked.items());
            case ReporterReplied replied -> dossier.take(Acted.NOBODY, replied.sealing(), replied.items());
            case ReportDeclined declined -> dossier.take(declined.by(), declined.sealing(), declined.items());
            case FeedbackGiven given -> dossier.take(given.by(), given.sealing(), given.items());
            case NoteAdded added -> take(added);
            case ConflictDeclared declared -> dossier.exclude(declared.person());
            case FindingsDrafted drafted -> drafter = drafted.by();
            case DeadlineMissed late -> progress = progress.afterMiss(late.clock());
            case ReportAcknowledged acknowledged -> {}
            case ItemOpened opened -> read(opened);
            case ReportReopened reopened -> {}
            case InvestigationStarted started -> {}
            case InvestigationExtended longer -> extended = true;
            case FindingsConfirmed confirmed -> {}
            case ReportHandedOver handed -> {}
            case ReportClosed closed -> {}
        }
    }

    private void take(NoteAdded added) {
        dossier.take(added.by(), added.sealing(), added.items());
        if (added.about() != ReportAct.DRAFT_FINDINGS) return;
        findings = added.items().getFirst().context().item();
        readFindings.clear();
    }

    private void read(ItemOpened opened) {
        if (opened.item().equals(findings)) readFindings.add(opened.by());
    }

    private void begin(ReportSubmitted submitted) {
        id = submitted.report();
        rules = Policies.rules(submitted.rules()).orElseThrow();
        dossier.open(submitted.sealing());
    }
}
