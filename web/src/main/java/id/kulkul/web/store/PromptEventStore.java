package id.kulkul.web.store;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** The event store of one machine, whose handlers hear of an event within milliseconds of its append. */
final class PromptEventStore extends EmbeddedEventStore {
    private final GroupCommitEvents history;

    PromptEventStore(GroupCommitEvents history) {
        super(builder().storageEngine(history));
        this.history = history;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        return new HistoryStream(history, from);
    }
}
