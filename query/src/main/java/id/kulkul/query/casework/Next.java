package id.kulkul.query.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that should be done next with a case.
 *
 * @param step for everybody at any time, but for what follows
 * @param other for one person something else; null where it is the same for all
 * @param before until a moment something else; null where it is the same at any time
 */
public record Next(
        Step step, @Nullable ForOne other, @Nullable Until before) {
    /**
     * One thing to do.
     *
     * @param code as the words of the kind name it
     * @param waits whether there is nothing to do but wait
     */
    public record Step(String code, boolean waits) {}

    /** What one person should do instead. */
    public record ForOne(UUID person, Step step) {}

    /** What should be done until then instead. */
    public record Until(Instant end, Step step) {}

    /** The same for everybody, at any time. */
    public static Next always(Step step) {
        return new Next(step, null, null);
    }

    /** What a person should do at a moment. */
    public Step of(UUID person, Instant now) {
        if (other != null && other.person().equals(person)) return other.step();
        return before != null && now.isBefore(before.end()) ? before.step() : step;
    }
}
