package id.kulkul.query.casework;

import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.ReadStore;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What answers are made from, once the read side starts. */
public record Sources(Configuration axon) {
    /** The read models. */
    public ReadStore store() {
        return axon.getComponent(ReadModels.class).store();
    }

    /** The posts of today. */
    public Posts posts() {
        return new Posts(store());
    }

    /** The history, for what the read models do not know. */
    public Supplier<EventStore> events() {
        return axon::eventStore;
    }

    /** The desks, of every kind. */
    public Inboxes inboxes() {
        return axon.getComponent(Inboxes.class);
    }
}
