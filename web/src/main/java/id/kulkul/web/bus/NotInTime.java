package id.kulkul.web.bus;

/** An answer that did not come while it was worth waiting for. */
public sealed class NotInTime extends RuntimeException permits MaybeDone {
    private static final long serialVersionUID = 1;

    NotInTime(Throwable late) {
        super(late);
    }
}
