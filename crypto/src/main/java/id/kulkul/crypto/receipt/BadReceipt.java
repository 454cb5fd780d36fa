package id.kulkul.crypto.receipt;

/** Says that what was typed is no receipt: too short, too long, not of the list, or with a wrong check. */
public final class BadReceipt extends Exception {
    private static final long serialVersionUID = 1L;

    public BadReceipt() {
        super("This is no receipt.", null, false, true);
    }
}
