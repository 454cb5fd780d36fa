package id.kulkul.query.report;

import id.kulkul.command.AcceptsItems;
import id.kulkul.command.Acted;
import id.kulkul.command.policy.Due;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.casework.Desk;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.PastItem;
import id.kulkul.query.casework.Replay;
import id.kulkul.query.staff.Posts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Tells what was known of a report after any of its events, from these events alone; what can be read today is today's.
 */
public final class CaseReplay implements Replay {
    private final CaseEvents events;
    private final Posts posts;

    /** Over a history that is asked for when the first case is. */
    public CaseReplay(Supplier<EventStore> events, Posts posts) {
        this.events = new CaseEvents(events);
        this.posts = posts;
    }

    @Override
    public Optional<PastCase> at(UUID id, long sequence, Instant now) {
        var all = events.of(new ReportId(id));
        if (sequence < 0 || sequence >= all.size()) return Optional.empty();
        var then = all.subList(0, (int) sequence + 1);
        return Optional.of(past(fold(then), now, readable(all)));
    }

    private PastCase past(CaseFile file, Instant now, Set<UUID> readable) {
        var pages = new CaseRows(posts);
        var items = pages.items(file, Acted.NOBODY, item -> true).stream()
                .map(row -> new PastItem(row, row.kind() == Kind.IDENTITY || readable.contains(row.item())))
                .toList();
        var desk = new Desk(Acted.NOBODY, now);
        return new PastCase(
                PastCard.of(file.card(), desk, posts),
                file.code,
                pages.decisions(file),
                pages.whos(file.lost),
                items,
                pages.openings(file));
    }

    /** The items that at least one of the people for whom they were sealed may read today. */
    private Set<UUID> readable(List<CaseEvents.Event> all) {
        var lost = fold(all).lost;
        return all.stream()
                .map(CaseEvents.Event::event)
                .filter(event -> recipients(event).stream()
                        .anyMatch(person -> !lost.contains(person) && !posts.isRetired(person)))
                .flatMap(event -> ((AcceptsItems) event).items().stream())
                .map(header -> header.context().item())
                .collect(Collectors.toSet());
    }

    private static List<UUID> recipients(ReportEvent event) {
        return event instanceof AcceptsItems accepting ? accepting.sealing().recipients() : List.of();
    }

    /** The moments from which on one more duty was known to be late, whether recorded or only past its day. */
    @Override
    public List<Long> missed(UUID id) {
        var missed = new ArrayList<Long>();
        var known = Set.<String>of();
        var file = new CaseFile();
        var all = events.of(new ReportId(id));
        for (var sequence = 0; sequence < all.size(); sequence++) {
            var told = all.get(sequence);
            file.fold(told.event(), told.hour(), sequence);
            var late = late(file, told.hour());
            if (!known.containsAll(late)) missed.add((long) sequence);
            known = late;
        }
        return missed;
    }

    private static Set<String> late(CaseFile file, Instant hour) {
        var late = new HashSet<>(file.progress.missed());
        file.card().clocks().stream()
                .filter(due -> due.duty()
                        && Set.of(Due.State.OVERDUE, Due.State.DONE_LATE).contains(due.at(hour)))
                .forEach(due -> late.add(due.clock()));
        return late;
    }

    private static CaseFile fold(List<CaseEvents.Event> told) {
        var file = new CaseFile();
        told.forEach(each -> file.fold(each.event(), each.hour(), file.events));
        return file;
    }
}
