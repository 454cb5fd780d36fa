package id.kulkul.crypto.log;

import java.util.List;
import java.util.Optional;

/**
 * What a history says of declared losses: each closed the origin in which its log had signed until then.
 *
 * @param restored where it went on in another origin, by itself or by what was kept and agrees
 * @param aside what was kept of another origin and is not in it
 * @param untold its own origin, where that is a later one and neither it nor what was kept tells from where it goes on
 * @param closing what was kept of a later origin of its log and does not differ from it
 * @param isUnconfirmed whether its origin is later than those that the policy names, so that the root's holder has not
 *     signed for the loss
 * @param isClosed whether the policy names a later origin than its own
 */
public record Origins(
        List<Restored> restored,
        Optional<LogOrigin> untold,
        List<Aside> aside,
        List<Aside> closing,
        boolean isUnconfirmed,
        boolean isClosed) {

    /** Takes copies. */
    public Origins {
        restored = List.copyOf(restored);
        aside = List.copyOf(aside);
        closing = List.copyOf(closing);
    }

    /** Whether nothing that was given is lost or of a later origin, and the policy is one for this very origin. */
    boolean leaveNothingOpen() {
        return aside.isEmpty() && closing.isEmpty() && !isUnconfirmed && !isClosed;
    }
}
