package id.kulkul.crypto.bytes;

/** Says that something could not be opened, and on purpose never why. */
public final class OpenFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public OpenFailed() {
        super("This cannot be opened.", null, false, true);
    }
}
