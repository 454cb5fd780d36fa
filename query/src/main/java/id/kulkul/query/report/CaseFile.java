package id.kulkul.query.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import id.kulkul.command.Acted;
import id.kulkul.command.Coded;
import id.kulkul.command.EventNames;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.Progress;
import id.kulkul.command.policy.RuleSet;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.Closing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that the events of one report say, as the fold of them in their order. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class CaseFile {
    /** The stored name of the aggregate. */
    static final String KIND = "report";

    private static final Set<String> SETTLING = Set.of("report-declined", "findings-drafted", "report-handed-over");

    @JsonFormat(shape = Shape.ARRAY)
    record Item(ItemHeader header, UUID by, Instant hour) {
        UUID id() {
            return header.context().item();
        }

        Kind kind() {
            return header.context().kind();
        }
    }

    @JsonFormat(shape = Shape.ARRAY)
    record Opening(UUID item, UUID by, Instant hour) {}

    @JsonFormat(shape = Shape.ARRAY)
    record Step(
            String event,
            UUID by,
            String code,
            Instant hour,
            @Nullable UUID note) {}

    /** Something that the reporter sent: its place in the history of everything, and the case's own count of it. */
    @JsonFormat(shape = Shape.ARRAY)
    record Arrival(long position, long sequence) {}

    @Nullable
    ReportId report;

    ReportStage stage = ReportStage.RECEIVED;
    String rules = "";
    String category = "";
    /** The code that goes with the fixed phrase of the stage: only a refusal and a hand-over tell the reporter one. */
    String code = "";

    Digest reporterKeys = Digest.ZERO;
    Digest list = Digest.ZERO;

    @Nullable
    Sealing sealing;

    @Nullable
    UUID drafter;

    @Nullable
    UUID holder;

    boolean objected;
    Instant received = Instant.EPOCH;

    @Nullable
    Instant declined;

    boolean extended;
    Progress progress = Progress.NONE;
    LinkedHashSet<UUID> readers = new LinkedHashSet<>();
    LinkedHashSet<UUID> lost = new LinkedHashSet<>();
    LinkedHashSet<UUID> unread = new LinkedHashSet<>();
    List<Item> items = new ArrayList<>();
    List<Opening> openings = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();

    /** How it ended; null while it is open. */
    @Nullable
    Closing closing;

    /** The note that explains the decision whose event comes next. */
    @Nullable
    UUID explaining;

    long events;

    CaseFile fold(ReportEvent event, Instant hour, long position) {
        report = event.report();
        if (isFromReporter(event)) arrivals.add(new Arrival(position, events));
        events++;
        if (event instanceof ReporterReplied && stage == ReportStage.DECLINED) objected = true;
        if (event instanceof ReportReopened || event instanceof ReportClosed) objected = false;
        stage = ReportStage.after(stage, event);
        if (event instanceof ReportSubmitted submitted) begin(submitted, hour);
        progress = version()
                .map(version -> progress.after(version, EventNames.standard().of(event), hour))
                .orElse(progress);
        if (!(event instanceof ItemOpened)) steps.add(step(event, hour));
        switch (event) {
            case ReportSubmitted submitted -> take(Acted.NOBODY, submitted.sealing(), submitted.items(), hour);
            case ReporterAsked asked -> take(asked.by(), asked.sealing(), asked.items(), hour);
            case ReporterReplied replied -> take(Acted.NOBODY, replied.sealing(), replied.items(), hour);
            case ReportDeclined refused -> decline(refused, hour);
            case FeedbackGiven given -> take(given.by(), given.sealing(), given.items(), hour);
            case ItemOpened opened -> open(opened, hour);
            case NoteAdded added -> take(added.by(), added.sealing(), added.items(), hour);
            case ConflictDeclared declared -> exclude(declared.person());
            case FindingsDrafted drafted -> drafter = drafted.by();
            case DeadlineMissed late -> progress = progress.afterMiss(late.clock());
            case ReportAcknowledged acknowledged -> {}
            case ReportReopened reopened -> takeUp();
            case InvestigationStarted started -> {}
            case InvestigationExtended longer -> extended = true;
            case FindingsConfirmed confirmed -> {}
            case ReportHandedOver handed -> code = handed.code();
            case ReportClosed closed -> closing = closing(hour, position);
        }
        hold(event);
        return this;
    }

    /** A note that explains a decision is stored right before it, in one act. */
    private Step step(ReportEvent event, Instant hour) {
        var note = explaining;
        explaining = event instanceof NoteAdded added && added.about() != ReportAct.ADD_NOTE
                ? added.items().getFirst().context().item()
                : null;
        return new Step(EventNames.standard().of(event), Acted.by(event), Coded.code(event), hour, note);
    }

    static boolean isFromReporter(ReportEvent event) {
        return event instanceof ReportSubmitted || event instanceof ReporterReplied;
    }

    /** Which of the case's own events the reporter sent after a position. */
    Set<Long> arrivedAfter(long position) {
        return arrivals.stream()
                .filter(arrival -> arrival.position() > position)
                .map(Arrival::sequence)
                .collect(Collectors.toSet());
    }

    /** What the reporter sent up to a position. */
    List<Arrival> arrivedUpTo(long position) {
        return arrivals.stream()
                .filter(arrival -> arrival.position() <= position)
                .toList();
    }

    /** Whoever last acted for the office holds the case, until that person loses access. */
    private void hold(ReportEvent event) {
        var by = Acted.by(event);
        var acts = !(event instanceof ItemOpened || event instanceof ConflictDeclared || by.equals(Acted.NOBODY));
        if (acts) holder = by;
        if (holder != null && lost.contains(holder)) holder = null;
    }

    private void decline(ReportDeclined refused, Instant hour) {
        declined = hour;
        code = refused.code();
        take(refused.by(), refused.sealing(), refused.items(), hour);
    }

    /** A case ends as it was last decided; the closing itself only says what was learned. */
    private Closing closing(Instant hour, long position) {
        var decided = steps.stream()
                .filter(step -> SETTLING.contains(step.event()))
                .reduce((older, newer) -> newer)
                .orElse(steps.getLast());
        return new Closing(hour, position, decided.event(), decided.code());
    }

    private void takeUp() {
        declined = null;
        code = "";
    }

    private Optional<RuleSet> version() {
        return Policies.rules(rules);
    }

    private void begin(ReportSubmitted submitted, Instant hour) {
        rules = submitted.rules();
        category = submitted.category();
        reporterKeys = submitted.reporterKeys();
        list = submitted.sealing().manifest();
        received = hour;
    }

    private void take(UUID by, Sealing terms, List<ItemHeader> headers, Instant hour) {
        sealing = terms;
        readers.addAll(terms.recipients());
        for (var header : headers) {
            var item = new Item(header, by, hour);
            items.add(item);
            if (by.equals(Acted.NOBODY) && isText(item.kind())) unread.add(item.id());
        }
    }

    /** What is read on the page; a file is saved by whoever wants it, and an identity is nobody's alone. */
    private static boolean isText(Kind kind) {
        return kind != Kind.IDENTITY && kind != Kind.ATTACHMENT;
    }

    private void open(ItemOpened opened, Instant hour) {
        openings.add(new Opening(opened.item(), opened.by(), hour));
        unread.remove(opened.item());
    }

    private void exclude(UUID person) {
        lost.add(person);
        readers.remove(person);
        sealing = Objects.requireNonNull(sealing).without(Set.of(person));
    }

    /** The part that lists need, of which every version is kept. */
    Card card() {
        var id = Objects.requireNonNull(report).value();
        return new Card(
                KIND,
                id,
                number(),
                closing,
                stage.name(),
                category,
                rules,
                received,
                progress,
                List.copyOf(readers),
                stage == ReportStage.RECEIVED,
                !unread.isEmpty(),
                NextSteps.of(this),
                holder,
                arrivals.isEmpty() ? 0 : arrivals.getFirst().position(),
                arrivals.isEmpty() ? 0 : arrivals.getLast().position(),
                stage != ReportStage.RECEIVED || !openings.isEmpty() || !lost.isEmpty());
    }

    /** What people call the case. */
    String number() {
        return ReportBoard.number(Objects.requireNonNull(report));
    }
}
