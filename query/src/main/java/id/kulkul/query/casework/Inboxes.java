package id.kulkul.query.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.ByNumber;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.CaseworkQuery.KindOf;
import id.kulkul.query.casework.CaseworkQuery.SetAside;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what lies on the desk of a person, of every kind. */
public final class Inboxes {
    private final ReadStore store;
    private final Posts posts;
    private final Discretions discretions;
    private final int most;

    /** Over the kinds that there are. */
    public Inboxes(ReadStore store, Posts posts, Discretions discretions) {
        this(store, posts, discretions, OpenCases.MOST);
    }

    /** The same with at most so many cases in a list. */
    public Inboxes(ReadStore store, Posts posts, Discretions discretions, int most) {
        this.store = store;
        this.posts = posts;
        this.discretions = discretions;
        this.most = most;
        store.prepare(Card.SHELF);
    }

    /** A page of what is on the desk. */
    @QueryHandler
    public InboxPage answer(Inbox query) {
        var open = open(query.person(), query.covered());
        var desk = new Desk(query.person(), query.now());
        var cards = open.desk().cards().stream()
                .filter(card -> !query.held() || query.person().equals(card.holder()));
        return page(cards, open.desk(), open.aside(), desk, query.page());
    }

    /** A page of what was set aside. */
    @QueryHandler
    public InboxPage answer(SetAside query) {
        var open = open(query.person(), query.covered());
        var desk = new Desk(query.person(), query.now());
        return page(open.aside().cards().stream(), open.aside(), open.desk(), desk, query.page());
    }

    private static InboxPage page(Stream<Card> listed, OpenCases.Cut all, OpenCases.Cut other, Desk desk, int page) {
        var untouched =
                (int) all.cards().stream().filter(card -> !card.touched()).count();
        return Piles.of(listed.map(desk::lay))
                .page(page, all.cut(), other.cards().size(), untouched);
    }

    /** The case of a number, if it is this person's; of one that is not, nothing is read that could take time. */
    @QueryHandler
    public Optional<InboxCard> answer(ByNumber query) {
        if (posts.isRetired(query.person())) return Optional.empty();
        var desk = new Desk(query.person(), query.now());
        return store.all(Card.SHELF, Where.any().equal("number", query.number())).stream()
                .filter(card -> card.desks().contains(query.person()))
                .flatMap(card -> discretions.seen(card, query.covered()).stream())
                .filter(card -> card.desks().contains(query.person()))
                .map(desk::lay)
                .findFirst();
    }

    /** The kind of a case, if it is this person's. */
    @QueryHandler
    public Optional<String> answer(KindOf query) {
        if (posts.isRetired(query.person())) return Optional.empty();
        return store.one(Card.SHELF, Hex16.of(query.id()))
                .map(Held::document)
                .filter(card -> card.desks().contains(query.person()))
                .filter(card -> discretions.isKnown(card, query.covered()))
                .map(Card::kind);
    }

    /** The open cases on the desk of a person; nobody who left the office has one. */
    public OpenCases open(UUID person, Position covered) {
        return posts.isRetired(person) ? OpenCases.NONE : OpenCases.of(person, covered, store, discretions, most);
    }
}
