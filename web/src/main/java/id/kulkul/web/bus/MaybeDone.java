package id.kulkul.web.bus;

/**
 * An act whose acknowledgement did not come while it was worth waiting for: it may be stored, now or a little later.
 */
public final class MaybeDone extends NotInTime {
    private static final long serialVersionUID = 1;

    MaybeDone(NotInTime late) {
        super(late);
    }
}
