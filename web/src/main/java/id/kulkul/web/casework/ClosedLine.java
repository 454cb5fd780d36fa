package id.kulkul.web.casework;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.ClosedCard;
import id.kulkul.web.page.Moments;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One closed case in the words of a language.
 *
 * @param kind the stored name of its aggregate, with which the words of its codes begin
 * @param decided the stored name of the event that decided it, for the message {@code event.NAME}
 * @param code of that decision; empty where it has none
 * @param closed the day
 * @param holder the post of whoever last acted on it; null for nobody
 */
public record ClosedLine(
        String kind,
        String id,
        String number,
        String category,
        String decided,
        String code,
        String closed,
        @Nullable String holder) {
    static ClosedLine of(ClosedCard card, Map<UUID, String> posts, Locale language) {
        return new ClosedLine(
                card.kind(),
                Hex16.of(card.id()),
                card.number(),
                card.subject(),
                card.closing().event(),
                card.closing().code(),
                Moments.day(WorkingDays.dayOf(card.closing().at()), language),
                card.holder() == null ? null : posts.get(card.holder()));
    }
}
