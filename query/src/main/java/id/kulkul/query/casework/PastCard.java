package id.kulkul.query.casework;

import id.kulkul.query.staff.Posts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a case at a moment, as lists and counters need it; the posts are those of today.
 *
 * @param kind the stored name of its aggregate
 * @param subject the code of what it is about
 * @param state the code of its stage
 * @param received the hour in which it came
 * @param rules the version of the rules that the case keeps
 * @param pile where it lay on the day of the moment
 * @param holder who last acted on it for the office and had not lost access
 * @param readers who could read it then
 * @param clocks the duties and targets as they stood on the day of the moment
 * @param urgent the running duty that came due first
 */
public record PastCard(
        String kind,
        UUID id,
        String number,
        String subject,
        String state,
        Instant received,
        String rules,
        Pile pile,
        @Nullable Who holder,
        List<Who> readers,
        List<ClockRow> clocks,
        @Nullable ClockRow urgent) {
    /** A version of a card on the day of a desk that is nobody's. */
    public static PastCard of(Card card, Desk desk, Posts posts) {
        var urgent = desk.urgent(card);
        return new PastCard(
                card.kind(),
                card.id(),
                card.number(),
                card.subject(),
                card.state(),
                card.received(),
                card.rules(),
                Pile.of(card, urgent),
                card.holder() == null ? null : Who.of(card.holder(), posts),
                card.desks().stream().map(person -> Who.of(person, posts)).toList(),
                desk.clocks(card),
                urgent);
    }
}
