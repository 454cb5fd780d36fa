package id.kulkul.crypto.threshold;

/** Says which share cannot be used, and why: this convicts nobody yet. */
public final class ShareRejected extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a share cannot be used. */
    public enum Reason {
        /** The same index twice. */
        TWICE,
        /** An index below 1 or above the number of members. */
        NO_SUCH_INDEX,
        /** A value the sender did not commit to in this item. */
        NOT_COMMITTED,
        /** Fewer shares than it takes. */
        TOO_FEW
    }

    private final Reason reason;
    private final int index;

    ShareRejected(Reason reason, int index) {
        super("Share " + index + " cannot be used: " + reason + ".", null, false, true);
        this.reason = reason;
        this.index = index;
    }

    public Reason reason() {
        return reason;
    }

    /** The index of the share; the number of usable shares if there are too few. */
    public int index() {
        return index;
    }
}
