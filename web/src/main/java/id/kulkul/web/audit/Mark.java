package id.kulkul.web.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.StoredEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands at one moment above the slider, by its shape: decoration, since the table below says the same in words.
 *
 * @param kind reporter, office, opening or late
 * @param place how far from the left, such as {@code 46.15%}
 */
public record Mark(String kind, String place) {
    /** More could not be told apart. */
    private static final int MOST = 300;

    /** The marks of a case; none where there are too many moments. */
    static List<Mark> of(EventTypes types, Timeline timeline, List<LeafIndex> openings, List<LeafIndex> missed) {
        if (timeline.moments().size() > MOST) return List.of();
        Set<LeafIndex> opened = new HashSet<>(openings);
        Set<LeafIndex> late = new HashSet<>(missed);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= timeline.last(); i++) {
            Indexes.Moment moment = timeline.get(i);
            String kind = late.contains(moment.leaf())
                    ? "late"
                    : opened.contains(moment.leaf()) ? "opening" : sender(types, moment.event());
            marks.add(new Mark(kind, place(i, timeline.last())));
        }
        return marks;
    }

    private static String sender(EventTypes types, StoredEvent event) {
        return Filter.actor(types, event).equals(Filter.REPORTER) ? "reporter" : "office";
    }

    private static String place(int ordinal, int last) {
        return String.format(Locale.ROOT, "%.2f%%", last == 0 ? 50.0 : 100.0 * ordinal / last);
    }
}
