package id.kulkul.query.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sorts stored rows into the logs of a tenant, each in the order of all, with what this process appended put in for
 * what is gone.
 */
final class Sorting {
    final Reading reading;
    final StoredManifests manifests = new StoredManifests();
    private final AppendedLeaves appended;
    private final Map<LogName, OneLog> logs = new EnumMap<>(LogName.class);

    Sorting(EventTypes types, UUID tenant, AppendedLeaves appended) {
        this.reading = new Reading(tenant, types);
        this.appended = appended;
        for (LogName log : LogName.values()) logs.put(log, new OneLog(new LogOrigin(tenant, log)));
    }

    OneLog of(LogName log) {
        OneLog found = logs.get(log);
        if (found == null) throw new IllegalStateException("every log is there from the start");
        return found;
    }

    /** Takes the next stored row, and before it what should stand in between. */
    void take(StoredEvent stored) {
        takeGone(stored.position());
        Optional<AppendedLeaves.Kept> kept = appended.at(stored.position());
        Optional<LogName> log = reading.log(stored);
        if (kept.isPresent()) {
            Optional<Waiting> row = log.filter(kept.get().log()::equals).flatMap(same -> reading.waiting(stored));
            of(kept.get().log()).add(row.orElse(Waiting.GONE), kept.get().leaf());
        } else if (log.isPresent()) {
            reading.waiting(stored).ifPresent(of(log.get())::add);
        } else {
            reading.checkpoint(stored).ifPresent(marked -> of(marked.origin().log())
                    .add(stored.position(), marked.origin(), marked.checkpoint()));
        }
        reading.restored(stored).ifPresent(origin -> of(origin.log()).signings.restored(origin));
        manifests.take(stored, reading.list(stored));
    }

    /** Takes what this process appended before a position and nobody finds there any more. */
    void takeGone(Position before) {
        for (var kept : appended.before(before)) of(kept.log()).add(Waiting.GONE, kept.leaf());
    }

    /** What the next checkpoint of the open log says of the lists in force: nothing new where its rows are in doubt. */
    Naming naming() {
        OneLog open = of(LogName.OPEN);
        if (open.damage().isEmpty()) return new Naming(manifests.inForce(), Optional.empty());
        return open.signings
                .latest()
                .map(last -> new Naming(manifests.inForce(), Optional.of(last)))
                .orElse(Naming.NOTHING);
    }
}
