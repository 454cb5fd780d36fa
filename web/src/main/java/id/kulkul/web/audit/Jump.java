package id.kulkul.web.audit;

import id.kulkul.query.audit.LeafIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from one moment to another, for the message {@code audit.jump.NAME}.
 *
 * @param at the name of the other moment; null where there is none
 */
public record Jump(String name, @Nullable String at) {
    /** The ways from the moment with that ordinal. */
    static List<Jump> from(int ordinal, Timeline timeline, List<LeafIndex> views, List<LeafIndex> missed) {
        long here = timeline.get(ordinal).leaf().value();
        List<Jump> jumps = new ArrayList<>();
        jumps.add(to("first", timeline, ordinal > 0 ? 0 : -1));
        jumps.add(to("previous", timeline, ordinal - 1));
        jumps.add(to("next", timeline, ordinal < timeline.last() ? ordinal + 1 : -1));
        jumps.add(to("last", timeline, ordinal < timeline.last() ? timeline.last() : -1));
        jumps.add(
                new Jump("view", views.stream().findFirst().map(LeafIndex::text).orElse(null)));
        jumps.add(new Jump(
                "missed",
                missed.stream()
                        .filter(leaf -> leaf.value() > here)
                        .findFirst()
                        .map(LeafIndex::text)
                        .orElse(null)));
        return jumps;
    }

    private static Jump to(String name, Timeline timeline, int ordinal) {
        return new Jump(name, ordinal < 0 ? null : timeline.get(ordinal).leaf().text());
    }
}
