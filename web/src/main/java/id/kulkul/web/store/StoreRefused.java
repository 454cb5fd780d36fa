package id.kulkul.web.store;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Says that a store did not take a request and why; what it had not acknowledged must be taken as not stored. */
public abstract sealed class StoreRefused extends EventStoreException permits StorePaused, StoreStopped {
    private static final long serialVersionUID = 1;

    private final String reason;

    StoreRefused(String sentence, String reason, @Nullable Throwable cause) {
        super(sentence + reason, cause);
        this.reason = reason;
    }

    /** The reason without the sentence around it. */
    public String reason() {
        return reason;
    }

    /** The refusal of a store behind a failure, if there is one. */
    public static Optional<StoreRefused> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreRefused refused) return Optional.of(refused);
        }
        return Optional.empty();
    }
}
