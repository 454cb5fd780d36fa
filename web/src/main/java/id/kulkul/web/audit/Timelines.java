package id.kulkul.web.audit;

import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the moments of a case for the addresses of the auditor's pages. */
@Component
class Timelines {
    private final StoredEvents history;
    private final Leaves leaves;
    private final Subjects subjects;
    private final Indexes indexes;

    Timelines(StoredEvents history, Leaves leaves, Subjects subjects, Indexes indexes) {
        this.history = history;
        this.leaves = leaves;
        this.subjects = subjects;
        this.indexes = indexes;
    }

    /** All moments of a case that there is. */
    Timeline of(String id) {
        return Timeline.of(subjects.of(id), history, leaves);
    }

    /**
     * The case at the moment that is asked for; at its own last one where none is, at its first one before it began.
     */
    Place at(Timeline timeline, @Nullable String asked) {
        if (timeline.moments().isEmpty()) throw new Refused(HttpStatus.NOT_FOUND, "audit/not-covered");
        if (asked == null || asked.isBlank())
            return new Place(timeline, timeline.get(timeline.last()), timeline.last());
        Indexes.Moment moment = indexes.of(asked, timeline.subject().log());
        int ordinal = timeline.upTo(moment.leaf());
        return ordinal < 0 ? new Place(timeline, timeline.get(0), 0) : new Place(timeline, moment, ordinal);
    }

    /** The case at its first moment. */
    Place first(Timeline timeline, @Nullable String asked) {
        boolean open = asked == null || asked.isBlank();
        return open && !timeline.moments().isEmpty() ? new Place(timeline, timeline.get(0), 0) : at(timeline, asked);
    }
}
