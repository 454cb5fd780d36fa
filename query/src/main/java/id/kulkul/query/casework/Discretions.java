package id.kulkul.query.casework;

import id.kulkul.query.audit.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What each kind of case keeps off the desks, by the stored name of its aggregate. */
public record Discretions(Map<String, Discretion> kinds) {
    public Discretions {
        kinds = Map.copyOf(kinds);
    }

    /** Whether the office may know that there is such a case; throws as {@link #seen} does. */
    boolean isKnown(Card card, Position covered) {
        return of(card).isKnown(card, covered);
    }

    /**
     * A card as the office may see it; throws IllegalStateException for a kind that was not named, so that none is
     * shown by oversight.
     */
    public Optional<Card> seen(Card card, Position covered) {
        return of(card).seen(card, covered);
    }

    /** Which cards of any kind are set aside as of now. */
    Predicate<Card> aside() {
        Map<String, Predicate<Card>> each = new HashMap<>();
        kinds.forEach((kind, discretion) -> each.put(kind, discretion.aside()));
        return card ->
                Objects.requireNonNull(each.get(card.kind()), card.kind()).test(card);
    }

    private Discretion of(Card card) {
        var found = kinds.get(card.kind());
        if (found == null) throw new IllegalStateException("nothing says what is kept off desks of " + card.kind());
        return found;
    }
}
