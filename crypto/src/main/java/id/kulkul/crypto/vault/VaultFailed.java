package id.kulkul.crypto.vault;

/** The vault or the blob store could not be read or written. */
public final class VaultFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VaultFailed(Throwable cause) {
        super("The vault could not be read or written.", cause);
    }
}
