package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.Desk;
import id.kulkul.query.casework.Inboxes;
import id.kulkul.query.casework.Sheet;
import id.kulkul.query.report.ReportQuery.AsideBy;
import id.kulkul.query.report.ReportQuery.OneFlood;
import id.kulkul.query.report.ReportQuery.Proposals;
import id.kulkul.query.report.ReportQuery.UntouchedReports;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which reports were set aside, and which may be. */
public final class Asides {
    private final ReadStore store;
    private final Posts posts;
    private final Inboxes inboxes;
    private final ReportDiscretion discretion;
    private final Floods floods;

    /** Over a history that is asked only for what the office must not see yet. */
    public Asides(ReadStore store, Posts posts, Inboxes inboxes, Supplier<EventStore> events) {
        this.store = store;
        this.posts = posts;
        this.inboxes = inboxes;
        this.discretion = new ReportDiscretion(store, posts, events);
        this.floods = new Floods(store, posts);
        store.prepare(Card.SHELF);
    }

    @QueryHandler
    Untouched answer(UntouchedReports query) {
        var desk = new Desk(query.person(), query.now());
        var cut = inboxes.open(query.person(), query.covered()).desk();
        var proposed = floods.proposed();
        return new Untouched(
                cut.cards().stream()
                        .filter(card -> card.kind().equals(CaseFile.KIND) && !card.touched())
                        .map(card ->
                                new Untouched.Card(desk.lay(card), active(card.desks()), proposed.contains(card.id())))
                        .toList(),
                cut.cut());
    }

    private List<UUID> active(List<UUID> people) {
        return people.stream().filter(person -> !posts.isRetired(person)).toList();
    }

    @QueryHandler
    FloodList answer(Proposals query) {
        var rows = floods.rows(query.person());
        var waiting = (int) rows.stream()
                .filter(row -> row.state() == FloodRow.State.PROPOSED)
                .count();
        var sheet = Sheet.of(rows, query.page());
        return new FloodList(sheet.rows(), sheet.number(), sheet.pages(), waiting);
    }

    @QueryHandler
    Optional<FloodPage> answer(OneFlood query) {
        return floods.one(query.flood(), query.person()).map(file -> page(file, query));
    }

    @QueryHandler
    Optional<FloodRow> answer(AsideBy query) {
        return card(query.report().value(), query.covered())
                .flatMap(card ->
                        floods.inForceWith(card.id(), query.person()).stream().filter(flood -> !isBack(card, flood)))
                .map(flood -> floods.row(
                        flood,
                        query.person(),
                        floods.readable(flood, query.person()).size()))
                .findFirst();
    }

    private FloodPage page(FloodFile flood, OneFlood query) {
        var readable = floods.readable(flood, query.person());
        var sheet = Sheet.of(readable, query.page());
        var desk = new Desk(query.person(), query.now());
        var cards = sheet.rows().stream()
                .flatMap(report -> card(report, query.covered()))
                .map(card -> new FloodPage.Card(desk.lay(card), isBack(card, flood)))
                .toList();
        return new FloodPage(floods.row(flood, query.person(), readable.size()), cards, sheet.number(), sheet.pages());
    }

    private Stream<Card> card(UUID report, Position upTo) {
        return store.one(Card.SHELF, new ReportId(report).toString()).map(Held::document).stream()
                .flatMap(card -> discretion.seen(card, upTo).stream());
    }

    /** Whether it would be on the desk even where the proposal is in force. */
    private static boolean isBack(Card card, FloodFile flood) {
        var since =
                flood.confirmed() == null ? flood.order() : flood.confirmed().position();
        return !ReportDiscretion.isAside(card, Map.of(card.id(), since));
    }
}
