package id.kulkul.crypto.vault;

/** A row was not newer than the one in its place: an old secret never replaces a new one. */
public final class StaleRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleRow() {
        super("The vault holds a newer row.", null, false, true);
    }
}
