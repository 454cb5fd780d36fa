package id.kulkul.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an official may do with a case of some kind; the enum of the kind says all that pages and stories must know of
 * it.
 */
public interface Act {
    /** The name, with which its words begin: {@code KIND.act.NAME}. */
    String name();

    /** Whether it carries a message that the browser seals, so that a button alone does not do it. */
    boolean isSealed();

    /** The coded choices of which it needs one; none where it needs none. */
    List<String> codes();

    /**
     * The command of an act without a message.
     *
     * @param code one of {@link #codes}, or any text where there are none
     * @throws IllegalArgumentException where the code is none of them, or the act is not done by a button alone
     */
    Object command(UUID id, UUID by, String code);

    /** For how long after it the act can be undone; empty where it cannot. */
    default Optional<Duration> undoable() {
        return Optional.empty();
    }

    /**
     * The command that makes up for it, which is refused once that time has gone by; the history keeps both.
     *
     * @param now what time it is: the aggregate, which decides, has no clock
     * @throws IllegalStateException where the act cannot be undone
     */
    default Object undoing(UUID id, UUID by, Instant now) {
        throw new IllegalStateException(name() + " cannot be undone");
    }
}
