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

    static final OpenCases NONE = new OpenCases(card -> false, 0);

    /** Some cases, and whether there are more. */
    public record Cut(List<Card> cards, boolean cut) {}

    private final List<Card> desk = new ArrayList<>();
    private final List<Card> aside = new ArrayList<>();
    private final Predicate<Card> isAside;
    private final int most;
    private boolean isCut;

    private OpenCases(Predicate<Card> isAside, int most) {
        this.isAside = isAside;
        this.most = most;
    }

    static OpenCases of(UUID person, Position covered, ReadStore store, Discretions discretions, int most) {
        var stored = new OpenCases(discretions.aside(), most);
        store.walk(Card.SHELF, onDesk(person), card -> {
            if (discretions.isKnown(card, covered)) stored.add(card);
            return stored.desk.size() <= most || stored.aside.size() <= most;
        });
        return stored.seen(covered, discretions);
    }

    private static Where onDesk(UUID person) {
        return Where.any().holding("desk", Hex16.of(person)).orderedBy("open");
    }

    /** What no checkpoint covers is taken away, and with it what that has changed. */
    private OpenCases seen(Position covered, Discretions discretions) {
        var seen = new OpenCases(isAside, most);
        seen.isCut = desk.size() > most || aside.size() > most;
        for (var row : List.of(desk, aside))
            row.stream()
                    .flatMap(card -> discretions.seen(card, covered).stream())
                    .forEach(seen::add);
        return seen;
    }

    private void add(Card card) {
        var row = isAside.test(card) ? aside : desk;
        if (row.size() <= most) row.add(card);
    }

    /** Those that were not set aside. */
    public Cut desk() {
        return cut(desk);
    }

    /** Those that were. */
    public Cut aside() {
        return cut(aside);
    }

    private Cut cut(List<Card> row) {
        return new Cut(row.subList(0, Math.min(row.size(), most)), isCut || row.size() > most);
    }
}
