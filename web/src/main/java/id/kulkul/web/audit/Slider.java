package id.kulkul.web.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script needs to move between the moments of a case: indexes, joined by commas.
 *
 * @param ordinal where it stands, counted from 0
 * @param last the last ordinal
 */
public record Slider(int ordinal, int last, String indexes, String views, String missed) {
    static Slider of(Place place, List<Long> views, List<Long> missed) {
        Timeline timeline = place.timeline();
        return new Slider(
                place.ordinal(),
                timeline.last(),
                joined(timeline.indexes(event -> true)),
                joined(views.stream().limit(1).toList()),
                joined(missed));
    }

    private static String joined(List<Long> indexes) {
        return indexes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
