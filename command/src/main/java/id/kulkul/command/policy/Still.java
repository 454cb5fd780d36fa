package id.kulkul.command.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stood still; in days it counts on from the day after it went on, as after a start.
 *
 * @param until null while it still stands
 */
public record Still(Instant from, @Nullable Instant until) {}
