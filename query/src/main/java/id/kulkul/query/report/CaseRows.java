package id.kulkul.query.report;

import id.kulkul.command.Acted;
import id.kulkul.command.report.ReportAct;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.casework.Desk;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import id.kulkul.query.staff.Posts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Writes the file of a case out for the one who asks, with the posts of today. */
record CaseRows(Posts posts) {
    private static final Set<String> DECISIONS = Set.of(
            "report-declined",
            "report-reopened",
            "investigation-started",
            "investigation-extended",
            "findings-drafted",
            "findings-confirmed",
            "report-handed-over",
            "report-closed",
            "conflict-declared");

    CaseRow caseRow(CaseFile file, Desk desk) {
        var card = file.card();
        var next = NextAction.valueOf(card.next().of(desk.person(), desk.now()).code());
        return new CaseRow(
                Objects.requireNonNull(file.report),
                file.number(),
                file.category,
                file.stage,
                file.rules,
                desk.clocks(card),
                items(file, desk.person(), item -> true),
                openingsTold(file),
                steps(file),
                decisions(file),
                whos(file.readers),
                whos(excluded(file)),
                List.copyOf(file.lost),
                file.reporterKeys,
                Objects.requireNonNull(file.sealing),
                next,
                NextSteps.others(file, desk.person(), next),
                sent(file, desk.person()),
                last(file, desk.person()).orElse(null),
                last(file, Acted.NOBODY).orElse(null));
    }

    MailboxRow mailbox(CaseFile file, Desk desk) {
        var card = file.card();
        var promises = desk.clocks(card).stream()
                .filter(clock -> clock.due().toReporter())
                .toList();
        return new MailboxRow(
                Objects.requireNonNull(file.report),
                file.number(),
                file.stage,
                file.code,
                promises,
                items(file, Acted.NOBODY, CaseRows::isMessage),
                openingsTold(file),
                Objects.requireNonNull(file.sealing),
                sent(file, Acted.NOBODY),
                last(file, Acted.NOBODY).orElseThrow(),
                lastOfOffice(file).orElse(null),
                ReportAct.REPLY.isLawfulAt(file.stage),
                NextSteps.mayObjectUntil(file, desk.now()));
    }

    /**
     * Whom the reporter left out follows from the list and the group that the report was sealed for; no event names
     * them.
     */
    private Set<UUID> excluded(CaseFile file) {
        var out = new LinkedHashSet<>(posts.investigators(file.list));
        out.addAll(file.lost);
        out.removeAll(file.readers);
        return out;
    }

    private static boolean isMessage(CaseFile.Item item) {
        return item.kind() == Kind.MSG_TO_REPORTER || item.kind() == Kind.MSG_TO_TEAM;
    }

    List<ItemRow> items(CaseFile file, UUID person, Predicate<CaseFile.Item> shown) {
        return IntStream.range(0, file.items.size())
                .filter(position -> shown.test(file.items.get(position)))
                .mapToObj(position -> item(file, position, person))
                .toList();
    }

    private ItemRow item(CaseFile file, int position, UUID person) {
        var item = file.items.get(position);
        var openings = file.openings.stream()
                .filter(opening -> opening.item().equals(item.id()))
                .toList();
        var mine = openings.stream().anyMatch(opening -> opening.by().equals(person));
        return new ItemRow(
                item.id(),
                item.kind(),
                item.header(),
                position,
                item.by().equals(Acted.NOBODY),
                who(item.by()),
                item.hour(),
                openings.size(),
                mine);
    }

    /** Those that the reporter sees: what colleagues write to each other is not the reporter's. */
    private List<OpeningRow> openingsTold(CaseFile file) {
        return openings(file).stream()
                .filter(opening -> opening.kind() != Kind.INTERNAL_NOTE)
                .toList();
    }

    List<OpeningRow> openings(CaseFile file) {
        return file.openings.stream()
                .map(opening ->
                        new OpeningRow(opening.item(), kind(file, opening.item()), who(opening.by()), opening.hour()))
                .toList();
    }

    private static Kind kind(CaseFile file, UUID id) {
        return file.items.stream()
                .filter(item -> item.id().equals(id))
                .map(CaseFile.Item::kind)
                .findFirst()
                .orElseThrow();
    }

    /** What the office decided, the oldest first. */
    List<StepRow> decisions(CaseFile file) {
        return steps(file).stream()
                .filter(step -> DECISIONS.contains(step.event()))
                .toList();
    }

    private List<StepRow> steps(CaseFile file) {
        return file.steps.stream()
                .map(step -> new StepRow(step.event(), who(step.by()), step.code(), step.hour(), step.note()))
                .toList();
    }

    List<Who> whos(Collection<UUID> people) {
        return people.stream().map(this::who).toList();
    }

    Who who(UUID person) {
        return Who.of(person, posts);
    }

    private static long sent(CaseFile file, UUID sender) {
        return file.items.stream().filter(item -> item.by().equals(sender)).count();
    }

    private static Optional<Digest> last(CaseFile file, UUID sender) {
        return newest(file, item -> item.by().equals(sender) && item.kind().isChained());
    }

    private static Optional<Digest> lastOfOffice(CaseFile file) {
        return newest(file, item -> item.kind() == Kind.MSG_TO_REPORTER);
    }

    private static Optional<Digest> newest(CaseFile file, Predicate<CaseFile.Item> wanted) {
        return file.items.stream()
                .filter(wanted)
                .reduce((older, newer) -> newer)
                .map(item -> item.header().digest());
    }
}
