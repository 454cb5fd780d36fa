package id.kulkul.query.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of the closed cases of one person, the one closed last first.
 *
 * @param next the case after which the next page begins; null where there is none
 */
public record ArchivePage(List<ClosedCard> cards, @Nullable UUID next) {
    static final ArchivePage EMPTY = new ArchivePage(List.of(), null);

    public ArchivePage {
        cards = List.copyOf(cards);
    }
}
