package id.kulkul.web.bus;

/**
 * An answer, or the acknowledgement of an act, that did not come while it was worth waiting for; what was asked may be
 * done all the same.
 */
public final class NotInTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInTime(Throwable late) {
        super(late);
    }
}
