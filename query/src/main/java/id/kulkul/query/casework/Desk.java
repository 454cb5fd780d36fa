package id.kulkul.query.casework;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.WorkingDays;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies before one person at one moment: what is due, and what to do next. */
public record Desk(UUID person, Instant now) {
    private ClockRow row(Due due) {
        var days = ChronoUnit.DAYS.between(WorkingDays.dayOf(now), due.lastDay());
        return new ClockRow(due, due.at(now), days);
    }

    /** Every clock of a case as it stands. */
    public List<ClockRow> clocks(Card card) {
        return card.clocks().stream().map(this::row).toList();
    }

    /** The running duty that comes due first. */
    @Nullable
    ClockRow urgent(Card card) {
        return card.clocks().stream()
                .filter(due -> due.duty() && due.isRunning())
                .min(Comparator.comparing(Due::by))
                .map(this::row)
                .orElse(null);
    }

    /** The case as it lies on the desk. */
    public InboxCard lay(Card card) {
        var urgent = urgent(card);
        return new InboxCard(
                card.kind(),
                card.id(),
                card.number(),
                card.subject(),
                card.state(),
                card.next().of(person, now),
                Pile.of(card, urgent),
                urgent,
                card.news(),
                card.holder());
    }
}
