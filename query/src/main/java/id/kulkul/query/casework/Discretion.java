package id.kulkul.query.casework;

import id.kulkul.query.audit.Position;
import java.util.Optional;
import java.util.function.Predicate;

/** What a kind of case keeps off the desks of those who may read it. */
public interface Discretion {
    /** A kind that keeps nothing off. */
    Discretion NONE = new Discretion() {
        @Override
        public boolean isKnown(Card card, Position covered) {
            return true;
        }

        @Override
        public Optional<Card> seen(Card card, Position covered) {
            return Optional.of(card);
        }

        @Override
        public Predicate<Card> aside() {
            return card -> false;
        }
    };

    /** Whether the office may know that there is such a case, by its card alone. */
    boolean isKnown(Card card, Position covered);

    /**
     * A card as the office may see it while a checkpoint covers everything up to a position; empty while it must not
     * know of the case.
     */
    Optional<Card> seen(Card card, Position covered);

    /** Which cards were set aside as of now; asked once for each answer. */
    Predicate<Card> aside();
}
