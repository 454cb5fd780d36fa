package id.kulkul.web.audit;

import id.kulkul.crypto.log.AggregateType;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Beginning;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.PastList;
import id.kulkul.web.page.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every case there is, found in the leaves of the logs and not in a projection that could leave one out; after that
 * only where each case came is kept. Each log has a list of its own: an order over several would tell more of a
 * protected case than its hour.
 */
@Component
class Cases {
    /** One case by its number and the hour it came. */
    public record Case(String id, String number, String received) {}

    private final StoredEvents history;
    private final Leaves leaves;
    private final Subjects subjects;
    /**
     * Whoever waits for it, or reads under it, leaves the processor to others: a monitor would keep it from virtual
     * threads before Java 24.
     */
    private final ReentrantLock following = new ReentrantLock();

    private final Map<LogName, Known> logs = new EnumMap<>(LogName.class);

    /** A case and where it came. */
    private record Begun(Subject subject, Position position) {}

    /**
     * The cases of a log in their order; {@code read} counts every first event that was looked at, of whatever
     * aggregate.
     */
    private static final class Known {
        private final List<Begun> cases = new ArrayList<>();
        private int read;
    }

    Cases(StoredEvents history, Leaves leaves, Subjects subjects) {
        this.history = history;
        this.leaves = leaves;
        this.subjects = subjects;
    }

    /**
     * A page of all cases of a log that a checkpoint covers, the newest first; any text that is no number means the
     * first page.
     */
    Listing<Case> page(LogName log, @Nullable String asked, Locale language) {
        return Listing.of(begun(log).reversed(), asked, 0).of(begun -> told(begun, language));
    }

    /** How many cases of a log had come up to a stored event. */
    int count(LogName log, Position position) {
        List<Position> places = begun(log).stream().map(Begun::position).toList();
        int found = Collections.binarySearch(places, position);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** Whether a list of what was known at a stored event holds every case of a log that had come by then. */
    boolean areAll(PastList list, LogName log, Position position) {
        return !list.cut() && count(log, position) == list.cards().size();
    }

    /** The logs that cases can be in. */
    List<LogName> logs() {
        return leaves.types().aggregates().stream()
                .filter(AggregateType::isCase)
                .flatMap(kind -> kind.log().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Begun> begun(LogName log) {
        following.lock();
        try {
            return List.copyOf(follow(log).cases);
        } finally {
            following.unlock();
        }
    }

    private Known follow(LogName log) {
        Known known = logs.computeIfAbsent(log, any -> new Known());
        for (Beginning first : leaves.beginnings(log, known.read)) {
            Position position = leaves.moment(first.leaf()).orElse(Position.BEFORE_FIRST);
            subjects.begun(first.aggregate(), log).ifPresent(subject -> known.cases.add(new Begun(subject, position)));
            known.read++; // what could not be read is looked at again
        }
        return known;
    }

    /** Without its hour where its row has gone since. */
    private Case told(Begun begun, Locale language) {
        String hour = history.one(begun.subject().kind(), begun.subject().text(), 0)
                .map(row -> Moments.hour(row.time(), language))
                .orElse("");
        return new Case(begun.subject().text(), begun.subject().number(), hour);
    }
}
