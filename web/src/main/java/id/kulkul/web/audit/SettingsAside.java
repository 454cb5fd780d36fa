package id.kulkul.web.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Every proposal to set reports aside that a checkpoint covers. They are found in the stored events themselves: a
 * projection could leave one out. What is stored is read once; after that only where each proposal came is kept, and in
 * which a report is.
 */
@Component
class SettingsAside {
    private static final int BATCH = 500;
    private static final ObjectMapper JSON = EventJson.mapper();

    private final StoredEvents history;
    private final Leaves leaves;
    /**
     * Whoever waits for it, or reads under it, leaves the processor to others: a monitor would keep it from virtual
     * threads before Java 24.
     */
    private final ReentrantLock following = new ReentrantLock();

    private final List<String> floods = new ArrayList<>();
    private final Map<UUID, List<String>> byReport = new HashMap<>();
    private Position next = Position.FIRST;

    SettingsAside(StoredEvents history, Leaves leaves) {
        this.history = history;
        this.leaves = leaves;
    }

    /** The proposals, the newest first. */
    List<String> all() {
        return covered(followed(() -> List.copyOf(floods))).reversed();
    }

    /** Those in which a report is, the oldest first. */
    List<String> with(UUID report) {
        return covered(followed(() -> List.copyOf(byReport.getOrDefault(report, List.of()))));
    }

    private List<String> followed(Supplier<List<String>> known) {
        following.lock();
        try {
            follow();
            return known.get();
        } finally {
            following.unlock();
        }
    }

    private List<String> covered(List<String> some) {
        return some.stream()
                .filter(flood -> leaves.covered(LogName.WBS, Hex16.parse(flood)) > 0)
                .toList();
    }

    private void follow() {
        for (List<StoredEvent> rows = history.read(next, BATCH); !rows.isEmpty(); rows = history.read(next, BATCH)) {
            next = rows.getLast().position().next();
            rows.stream()
                    .filter(row -> row.name().equals("setting-aside-proposed"))
                    .forEach(this::take);
        }
    }

    private void take(StoredEvent row) {
        floods.add(row.aggregate());
        reports(row).forEach(report -> byReport.computeIfAbsent(report, any -> new ArrayList<>(1))
                .add(row.aggregate()));
    }

    /** The events of a proposal that a checkpoint covers, in their order; empty where there is none. */
    List<Indexes.Moment> events(UUID flood) {
        List<Indexes.Moment> events = new ArrayList<>();
        for (long sequence = 0; sequence < leaves.covered(LogName.WBS, flood); sequence++) {
            Optional<LeafIndex> leaf = leaves.leafIndexOf(LogName.WBS, flood, sequence);
            Optional<StoredEvent> row = history.one("flood", Hex16.of(flood), sequence);
            if (leaf.isPresent() && row.isPresent()) events.add(new Indexes.Moment(leaf.get(), row.get()));
        }
        return events;
    }

    /** The reports that a stored proposal names; none where it can no longer be read. */
    static List<UUID> reports(StoredEvent proposed) {
        try {
            return JSON.readValue(proposed.payload(), SettingAsideProposed.class)
                    .reports();
        } catch (IOException altered) {
            return List.of();
        }
    }
}
