package id.kulkul.query.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.audit.Position;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The open cases on the desk of a person, as far as they may be seen: on top of it, or set aside. */
public final class OpenCases {
    /** So many of each are listed, those that came first; whoever asks is told where there are more. */
    public static final int MOST = 10_000;

    static final OpenCases NONE = new OpenCases(card -> false, new Row(0), new Row(0));

    /** Some cases, and whether there are more. */
    public record Cut(List<Card> cards, boolean cut) {}

    /** Those that came first, and whether others came after them. */
    private static final class Row {
        private final List<Card> cards = new ArrayList<>();
        private final int most;
        private boolean cut;

        Row(int most) {
            this.most = most;
        }

        void add(Card card) {
            if (cards.size() < most) cards.add(card);
            else cut = true;
        }

        /** An empty one for what is seen of these: what was cut off is not seen either. */
        Row forSeen() {
            var seen = new Row(most);
            seen.cut = cut;
            return seen;
        }

        Cut told() {
            return new Cut(List.copyOf(cards), cut);
        }
    }

    private final Predicate<Card> isAside;
    private final Row desk;
    private final Row aside;

    private OpenCases(Predicate<Card> isAside, Row desk, Row aside) {
        this.isAside = isAside;
        this.desk = desk;
        this.aside = aside;
    }

    static OpenCases of(UUID person, Position covered, ReadStore store, Discretions discretions, int most) {
        var stored = new OpenCases(discretions.aside(), new Row(most), new Row(most));
        store.walk(Card.SHELF, onDesk(person), card -> {
            if (discretions.isKnown(card, covered)) stored.add(card);
            return !stored.desk.cut || !stored.aside.cut;
        });
        return stored.seen(covered, discretions);
    }

    private static Where onDesk(UUID person) {
        return Where.any().holding("desk", Hex16.of(person)).orderedBy("open");
    }

    /** What no checkpoint covers is taken away, and with it what that has changed. */
    private OpenCases seen(Position covered, Discretions discretions) {
        var seen = new OpenCases(isAside, desk.forSeen(), aside.forSeen());
        for (var row : List.of(desk, aside))
            row.cards.stream()
                    .flatMap(card -> discretions.seen(card, covered).stream())
                    .forEach(seen::add);
        return seen;
    }

    private void add(Card card) {
        (isAside.test(card) ? aside : desk).add(card);
    }

    /** Those that were not set aside. */
    public Cut desk() {
        return desk.told();
    }

    /** Those that were. */
    public Cut aside() {
        return aside.told();
    }
}
