package id.kulkul.query.report;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.query.report.ReportQuery.Inbox;
import id.kulkul.query.report.ReportQuery.Mailbox;
import id.kulkul.query.report.ReportQuery.OneCase;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** One file and one card per report; whoever is not among its readers today is told nothing, not even that it exists. */
@ProcessingGroup(ReportBoard.GROUP)
public final class ReportBoard {
    /** The name of the processor. */
    public static final String GROUP = "report-board";

    static final Shelf<CaseFile> FILES =
            Shelf.current("report_file", CaseFile.class).foundBy("nextDay", CaseFile::nextDay);
    static final Shelf<CaseCard> CARDS =
            Shelf.versioned("report_card", CaseCard.class).foundBy("open", CaseCard::open);
    private static final int MOST_OPEN = 10_000;

    private final ReadStore store;
    private final Posts posts;
    private final Told told;

    /** Over a history that is asked only for what the office must not see yet. */
    public ReportBoard(ReadStore store, Posts posts, Supplier<EventStore> events) {
        this.store = store;
        this.posts = posts;
        this.told = new Told(events);
        store.prepare(FILES);
        store.prepare(CARDS);
    }

    @EventHandler
    void on(ReportEvent event, @Timestamp Instant at, TrackingToken token) {
        var position = token.position().orElseThrow();
        var key = event.report().toString();
        var held = store.one(FILES, key).orElseGet(() -> new Held<>(-1, new CaseFile()));
        if (held.from() >= position) return;
        var file = held.document().fold(event, at, position);
        store.put(FILES, key, position, file);
        store.put(CARDS, key, position, file.card());
    }

    @QueryHandler
    Optional<CaseRow> answer(OneCase query) {
        var desk = new Desk(query.person(), WorkingDays.dayOf(query.now()));
        return store.one(FILES, query.report().toString())
                .flatMap(held -> seen(held.document(), query.covered()))
                .filter(file -> file.readers.contains(query.person()) && !posts.isRetired(query.person()))
                .map(file -> new Pages(posts).caseRow(file, desk));
    }

    /** A case as the office may see it: all that colleagues did, and what the reporter sent as far as it is covered. */
    private Optional<CaseFile> seen(CaseFile file, long covered) {
        var left = file.arrivedAfter(covered);
        if (left.isEmpty()) return Optional.of(file);
        if (left.contains(0L)) return Optional.empty();
        var seen = told.without(Objects.requireNonNull(file.report), left);
        return seen.report == null ? Optional.empty() : Optional.of(seen);
    }

    @QueryHandler
    Optional<MailboxRow> answer(Mailbox query) {
        var desk = new Desk(Pages.NOBODY, WorkingDays.dayOf(query.now()));
        return store.one(FILES, query.report().toString()).map(held -> new Pages(posts).mailbox(held.document(), desk));
    }

    @QueryHandler
    InboxPiles answer(Inbox query) {
        var desk = new Desk(query.person(), WorkingDays.dayOf(query.now()));
        var cards = posts.isRetired(query.person()) ? List.<CaseCard>of() : cards(query);
        var piles = new Piles();
        cards.stream().map(desk::lay).sorted(Piles.URGENT_FIRST).forEach(piles::add);
        return piles.result();
    }

    /** The open cases that the person may read, without what no checkpoint covers. */
    private List<CaseCard> cards(Inbox query) {
        return store.all(CARDS, Where.atMost(MOST_OPEN).equal("open", true)).stream()
                .filter(card -> card.readers().contains(query.person()))
                .flatMap(card -> seen(card, query.covered()).stream())
                .toList();
    }

    private Optional<CaseCard> seen(CaseCard card, long covered) {
        if (card.heard() <= covered) return Optional.of(card);
        return store.one(FILES, card.report().toString())
                .flatMap(held -> seen(held.document(), covered))
                .map(CaseFile::card);
    }

    /** Sorts cards into the three piles that a day begins with, and the rest. */
    private static final class Piles {
        static final Comparator<InboxCard> URGENT_FIRST =
                Comparator.comparing(Piles::daysLeft).thenComparing(InboxCard::number);

        private final List<InboxCard> late = new ArrayList<>();
        private final List<InboxCard> dueToday = new ArrayList<>();
        private final List<InboxCard> fresh = new ArrayList<>();
        private final List<InboxCard> rest = new ArrayList<>();

        private static long daysLeft(InboxCard card) {
            return card.clock() == null ? Long.MAX_VALUE : card.clock().daysLeft();
        }

        void add(InboxCard card) {
            var pile =
                    switch (Pile.of(card)) {
                        case LATE -> late;
                        case DUE_TODAY -> dueToday;
                        case FRESH -> fresh;
                        case RUNNING, CLOSED -> rest;
                    };
            pile.add(card);
        }

        InboxPiles result() {
            return new InboxPiles(List.copyOf(late), List.copyOf(dueToday), List.copyOf(fresh), List.copyOf(rest));
        }
    }
}
