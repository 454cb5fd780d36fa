package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;

/**
 * Says that a part was made wrongly by a person, and by whom: a chance error or a stranger's change is an
 * {@link OpenFailed}.
 */
public final class Inconsistent extends Exception {
    private static final long serialVersionUID = 1L;
    private final int member;

    private Inconsistent(String message, int member) {
        super(message, null, false, true);
        this.member = member;
    }

    /** The sender sealed parts that do not belong together. */
    public static Inconsistent sender() {
        return new Inconsistent("The sender sealed parts that do not belong together.", 0);
    }

    /** The holder of share {@code index} (from 1) offered a share that the sender never gave out. */
    public static Inconsistent member(int index) {
        return new Inconsistent("The holder of share " + index + " offered a share that was never given out.", index);
    }

    /** True if the sender is convicted, false if a member is. */
    public boolean convictsSender() {
        return member == 0;
    }

    /** The index of the convicted member, from 1; 0 if the sender is convicted. */
    public int convictedMember() {
        return member;
    }
}
