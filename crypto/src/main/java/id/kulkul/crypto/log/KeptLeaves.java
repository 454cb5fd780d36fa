package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leaf hashes that someone kept, all of them up to an index or here and there, and whose events they are. */
final class KeptLeaves implements LeafListener {

    private final List<Digest> first = new ArrayList<>();
    private final Map<Long, Digest> others = new HashMap<>();
    private final Map<UUID, List<Long>> events = new HashMap<>();

    @Override
    public void leaf(long index, Digest leafHash) {
        if (index == first.size()) first.add(leafHash);
        else others.put(index, leafHash);
    }

    @Override
    public void event(long index, UUID aggregate) {
        events.computeIfAbsent(aggregate, none -> new ArrayList<>(1)).add(index);
    }

    /** The indexes of the events of one aggregate, ascending, as far as they are known. */
    List<Long> eventsOf(UUID aggregate) {
        return events.getOrDefault(aggregate, List.of());
    }

    /** Whether none was kept at that index, or this one. */
    boolean allow(long index, Digest leafHash) {
        @Nullable Digest kept = index < first.size() ? first.get((int) index) : others.get(index);
        return kept == null || kept.equals(leafHash);
    }

    /** The root at a size up to which all are known. */
    Optional<Digest> root(long size) {
        if (size > first.size()) return Optional.empty();
        Frontier frontier = new Frontier();
        first.subList(0, (int) size).forEach(frontier::append);
        return Optional.of(frontier.root());
    }
}
