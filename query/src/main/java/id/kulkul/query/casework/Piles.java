package id.kulkul.query.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sorts open cases into the piles that a day begins with, and cuts all of them together into pages. */
final class Piles {
    private static final List<Pile> OPEN = List.of(Pile.LATE, Pile.DUE_TODAY, Pile.FRESH, Pile.RUNNING);

    /** Nothing of this order changes while a person turns the pages, but by what happens to the cases. */
    private static final Comparator<InboxCard> URGENT_FIRST =
            Comparator.comparing(Piles::daysLeft).thenComparing(InboxCard::number);

    private final Map<Pile, List<InboxCard>> cards = new EnumMap<>(Pile.class);

    private Piles() {
        OPEN.forEach(pile -> cards.put(pile, new ArrayList<>()));
    }

    static Piles of(Stream<InboxCard> all) {
        var piles = new Piles();
        all.sorted(URGENT_FIRST).forEach(piles::add);
        return piles;
    }

    private static long daysLeft(InboxCard card) {
        return card.clock() == null ? Long.MAX_VALUE : card.clock().daysLeft();
    }

    private void add(InboxCard card) {
        of(card.pile()).add(card);
    }

    private List<InboxCard> of(Pile pile) {
        return cards.computeIfAbsent(pile, any -> new ArrayList<>());
    }

    InboxPage page(int asked, boolean cut, int other, int untouched) {
        var all = OPEN.stream().flatMap(pile -> of(pile).stream()).toList();
        var sheet = Sheet.of(all, asked);
        var heaps = new ArrayList<InboxPage.Heap>();
        var before = 0;
        for (var pile : OPEN) {
            var own = of(pile);
            heaps.add(new InboxPage.Heap(pile, own.size(), Sheet.of(before), shown(own, before, sheet)));
            before += own.size();
        }
        return new InboxPage(heaps, sheet.number(), sheet.pages(), all.size(), cut, other, untouched);
    }

    /** The part of a pile, which begins at a place of the whole list, that is on the page. */
    private static List<InboxCard> shown(List<InboxCard> pile, int at, Sheet<InboxCard> sheet) {
        var from = Math.clamp(sheet.from() - at, 0, pile.size());
        var to = Math.clamp(sheet.from() + sheet.rows().size() - at, from, pile.size());
        return List.copyOf(pile.subList(from, to));
    }
}
