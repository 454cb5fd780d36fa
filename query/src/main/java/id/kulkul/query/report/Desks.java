package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.query.report.ReportQuery.AsideBy;
import id.kulkul.query.report.ReportQuery.Inbox;
import id.kulkul.query.report.ReportQuery.OneFlood;
import id.kulkul.query.report.ReportQuery.Proposals;
import id.kulkul.query.report.ReportQuery.SetAside;
import id.kulkul.query.report.ReportQuery.UntouchedReports;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what lies on the desk of a person, and what was or may be set aside of it. */
public final class Desks {
    private final ReadStore store;
    private final Posts posts;
    private final Covered covered;
    private final Floods floods;
    private final int most;

    /** Over a history that is asked only for what the office must not see yet. */
    public Desks(ReadStore store, Posts posts, Supplier<EventStore> events) {
        this(store, posts, events, OpenCases.MOST);
    }

    Desks(ReadStore store, Posts posts, Supplier<EventStore> events, int most) {
        this.store = store;
        this.posts = posts;
        this.covered = new Covered(store, events);
        this.floods = new Floods(store, posts);
        this.most = most;
        store.prepare(ReportBoard.FILES);
        store.prepare(ReportBoard.CARDS);
    }

    @QueryHandler
    InboxPage answer(Inbox query) {
        var open = open(query.person(), query.covered());
        var desk = desk(query.person(), query.now());
        return page(open.desk(), open.aside().cards().size(), desk, query.page());
    }

    @QueryHandler
    InboxPage answer(SetAside query) {
        var open = open(query.person(), query.covered());
        var desk = desk(query.person(), query.now());
        return page(open.aside(), open.desk().cards().size(), desk, query.page());
    }

    private static InboxPage page(OpenCases.Cut cases, int other, Desk desk, int page) {
        var untouched =
                (int) cases.cards().stream().filter(card -> !card.touched()).count();
        return Piles.of(cases.cards().stream().map(desk::lay)).page(page, cases.cut(), other, untouched);
    }

    private OpenCases open(UUID person, long upTo) {
        if (posts.isRetired(person)) return OpenCases.NONE;
        return OpenCases.of(person, upTo, store, covered, floods.inForce(), most);
    }

    @QueryHandler
    Untouched answer(UntouchedReports query) {
        var desk = desk(query.person(), query.now());
        var cut = open(query.person(), query.covered()).desk();
        var proposed = floods.proposed();
        return new Untouched(
                cut.cards().stream()
                        .filter(card -> !card.touched())
                        .map(card -> new Untouched.Card(
                                desk.lay(card),
                                active(card.readers()),
                                proposed.contains(card.report().value())))
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
                .flatMap(card -> floods.inForceWith(card.report().value(), query.person()).stream()
                        .filter(flood -> !isBack(card, flood)))
                .map(flood -> floods.row(
                        flood,
                        query.person(),
                        floods.readable(flood, query.person()).size()))
                .findFirst();
    }

    private FloodPage page(FloodFile flood, OneFlood query) {
        var readable = floods.readable(flood, query.person());
        var sheet = Sheet.of(readable, query.page());
        var desk = desk(query.person(), query.now());
        var cards = sheet.rows().stream()
                .flatMap(report -> card(report, query.covered()))
                .map(card -> new FloodPage.Card(desk.lay(card), isBack(card, flood)))
                .toList();
        return new FloodPage(floods.row(flood, query.person(), readable.size()), cards, sheet.number(), sheet.pages());
    }

    private Stream<CaseCard> card(UUID report, long upTo) {
        return store.one(ReportBoard.CARDS, new ReportId(report).toString()).map(Held::document).stream()
                .flatMap(card -> covered.of(card, upTo).stream());
    }

    /** Whether it would be on the desk even where the proposal is in force. */
    private static boolean isBack(CaseCard card, FloodFile flood) {
        var since =
                flood.confirmed() == null ? flood.order() : flood.confirmed().position();
        return !OpenCases.isAside(card, Map.of(card.report().value(), since));
    }

    private static Desk desk(UUID person, Instant now) {
        return new Desk(person, now);
    }
}
