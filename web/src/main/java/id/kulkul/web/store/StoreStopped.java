package id.kulkul.web.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Says that a store accepts nothing more and why; what it had not acknowledged must be taken as not stored. */
public final class StoreStopped extends EventStoreException {
    private final String reason;

    StoreStopped(String store, String reason, @Nullable Throwable cause) {
        super("The " + store + " store accepts nothing more: " + reason, cause);
        this.reason = reason;
    }

    /** The reason without the sentence around it. */
    public String reason() {
        return reason;
    }
}
