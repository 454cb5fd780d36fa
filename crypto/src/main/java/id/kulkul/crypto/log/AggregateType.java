package id.kulkul.crypto.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored aggregate name, its number, and the log that its events are leaves of.
 *
 * @param code 1..255, never used again for another name
 * @param origin null where events of this aggregate are no leaves
 */
public record AggregateType(int code, String name, @Nullable LogName origin) {

    /** The log of this aggregate's events; empty where they are no leaves. */
    public Optional<LogName> log() {
        return Optional.ofNullable(origin);
    }
}
