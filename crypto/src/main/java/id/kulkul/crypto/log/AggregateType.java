package id.kulkul.crypto.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored aggregate name, its number, and the log that its events are leaves of.
 *
 * @param code 1..255, never used again for another name
 * @param origin null where events of this aggregate are no leaves
 * @param prefix what the numbers of its cases begin with; null where it is no case
 */
public record AggregateType(
        int code,
        String name,
        @Nullable LogName origin,
        @Nullable String prefix) {

    /** The log of this aggregate's events; empty where they are no leaves. */
    public Optional<LogName> log() {
        return Optional.ofNullable(origin);
    }

    /** Whether it is a case, which people look for by its number. */
    public boolean isCase() {
        return prefix != null;
    }
}
