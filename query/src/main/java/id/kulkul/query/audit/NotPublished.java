package id.kulkul.query.audit;

/**
 * Nobody sees a checkpoint, and nothing more is signed, as long as what must be done before cannot be done; it may be
 * tried again.
 */
public final class NotPublished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what could not be done, and why. */
    public NotPublished(String message, Throwable cause) {
        super(message, cause);
    }
}
