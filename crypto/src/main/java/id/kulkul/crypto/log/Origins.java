package id.kulkul.crypto.log;

import java.util.List;

/**
 * What a history says of declared losses: each closed the origin in which its log had signed until then.
 *
 * @param restored where it went on in another origin
 * @param aside what was kept of another origin and is not in it
 * @param isUnconfirmed whether its origin is later than those that the policy names, so that the root's holder has not signed for the loss
 * @param isClosed whether the policy names a later origin than its own
 */
public record Origins(List<Restored> restored, List<Aside> aside, boolean isUnconfirmed, boolean isClosed) {

    /** Takes copies. */
    public Origins {
        restored = List.copyOf(restored);
        aside = List.copyOf(aside);
    }

    /** Whether nothing that was given is lost, and the policy is one for this very origin. */
    boolean leaveNothingOpen() {
        return aside.isEmpty() && !isUnconfirmed && !isClosed;
    }
}
