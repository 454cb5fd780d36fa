package id.kulkul.web.audit;

import id.kulkul.query.audit.LeafIndex;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script needs to move between the moments of a case: their names, joined by commas.
 *
 * @param ordinal where it stands, counted from 0
 * @param last the last ordinal
 */
public record Slider(int ordinal, int last, String indexes, String views, String missed) {
    static Slider of(Place place, List<LeafIndex> views, List<LeafIndex> missed) {
        Timeline timeline = place.timeline();
        return new Slider(
                place.ordinal(),
                timeline.last(),
                joined(timeline.leaves(event -> true)),
                joined(views.stream().limit(1).toList()),
                joined(missed));
    }

    private static String joined(List<LeafIndex> moments) {
        return moments.stream().map(LeafIndex::text).collect(Collectors.joining(","));
    }
}
