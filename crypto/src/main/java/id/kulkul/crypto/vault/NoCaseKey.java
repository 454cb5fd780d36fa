package id.kulkul.crypto.vault;

/** The class of the case has no key: it was erased, or the case was never begun. */
public final class NoCaseKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoCaseKey() {
        super("The case has no key of this class.", null, false, true);
    }
}
