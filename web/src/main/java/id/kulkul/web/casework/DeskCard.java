package id.kulkul.web.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.InboxCard;
import id.kulkul.web.clock.ClockLine;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case on a desk in the words of a language.
 *
 * @param kind the stored name of its aggregate, with which the words of its codes begin
 * @param holder the post of whoever last acted on it; null for nobody
 * @param waits where there is nothing to do but wait
 */
public record DeskCard(
        String kind,
        String report,
        String number,
        String category,
        String stage,
        String next,
        boolean waits,
        @Nullable ClockLine due,
        boolean news,
        @Nullable String holder) {
    /** Words a card for a list that does not say who holds it. */
    public static DeskCard of(InboxCard card, Locale language) {
        return of(card, Map.of(), language);
    }

    /** Words a card, with the public posts of people. */
    public static DeskCard of(InboxCard card, Map<UUID, String> posts, Locale language) {
        ClockRow due = card.clock();
        return new DeskCard(
                card.kind(),
                Hex16.of(card.id()),
                card.number(),
                card.subject(),
                card.state(),
                card.next().code(),
                card.next().waits(),
                due == null ? null : ClockLine.of(due, language),
                card.news(),
                card.holder() == null ? null : posts.get(card.holder()));
    }
}
