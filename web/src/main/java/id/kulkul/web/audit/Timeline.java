package id.kulkul.web.audit;

import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The moments of one case: its stored events that a checkpoint covers, in their order.
 *
 * @param sound how many of the first moments are still what was signed for, with none missing before them
 * @param missing the leaf of the first event that a checkpoint covers and that is no longer stored
 */
record Timeline(Subject subject, List<Indexes.Moment> moments, int sound, Optional<LeafIndex> missing) {
    /** The moments of a case, read from the stored rows and not from anything that was made of them. */
    static Timeline of(Subject subject, StoredEvents history, Leaves leaves) {
        List<Indexes.Moment> moments = new ArrayList<>();
        int whole = Integer.MAX_VALUE;
        Optional<LeafIndex> missing = Optional.empty();
        long covered = leaves.covered(subject.log(), subject.id());
        for (long sequence = 0; sequence < covered; sequence++) {
            Optional<LeafIndex> leaf = leaves.leafIndexOf(subject.log(), subject.id(), sequence);
            Optional<StoredEvent> row = history.one(subject.kind(), subject.text(), sequence);
            if (leaf.isPresent() && row.isPresent()) {
                moments.add(new Indexes.Moment(leaf.get(), row.get()));
            } else {
                whole = Math.min(whole, moments.size());
                if (missing.isEmpty()) missing = leaf;
            }
        }
        return new Timeline(subject, List.copyOf(moments), Math.min(whole, sound(moments, leaves)), missing);
    }

    private static int sound(List<Indexes.Moment> moments, Leaves leaves) {
        int sound = 0;
        for (Indexes.Moment moment : moments) {
            if (!leaves.holds(moment.leaf(), moment.event())) return sound;
            sound++;
        }
        return sound;
    }

    /** What the logs are known to lack, and what this case lacks where they do not say so yet. */
    List<Damage> damages(List<Damage> ofLogs) {
        if (missing.isEmpty()) return ofLogs;
        Damage own = new Damage(missing.get(), false);
        return Stream.concat(ofLogs.stream(), Stream.of(own)).distinct().toList();
    }

    /** Whether all that was signed for is still there. */
    boolean isWhole() {
        return sound == moments.size() && missing.isEmpty();
    }

    /** Whether every row up to a moment is still what was signed for; nothing else is told as history. */
    boolean isSoundUpTo(int ordinal) {
        return ordinal < sound;
    }

    /** The ordinal of the last moment of the case up to a leaf of its log; -1 where the case begins later. */
    int upTo(LeafIndex leaf) {
        int found = -1;
        for (int i = 0; i < moments.size() && moments.get(i).leaf().value() <= leaf.value(); i++) found = i;
        return found;
    }

    /** Whether the moment before carries a later hour, as after a clock that was ahead. */
    boolean wentBackAt(Indexes.Moment moment) {
        int ordinal = moments.indexOf(moment);
        return ordinal > 0
                && moment.event()
                        .time()
                        .isBefore(moments.get(ordinal - 1).event().time());
    }

    Indexes.Moment get(int ordinal) {
        return moments.get(ordinal);
    }

    int last() {
        return moments.size() - 1;
    }

    /**
     * Whether an event records that a deadline was missed: a kind that is younger than the protected report names its
     * own so, after itself.
     */
    static boolean isMiss(StoredEvent event) {
        return event.name().endsWith("-missed");
    }

    /** The leaves of the moments that record a missed deadline, and of those with these sequences. */
    List<LeafIndex> missed(Collection<Long> late) {
        return leaves(event -> isMiss(event) || late.contains(event.sequence()));
    }

    /** The leaves of the moments that fit. */
    List<LeafIndex> leaves(Predicate<StoredEvent> wanted) {
        return moments.stream()
                .filter(moment -> wanted.test(moment.event()))
                .map(Indexes.Moment::leaf)
                .toList();
    }
}
