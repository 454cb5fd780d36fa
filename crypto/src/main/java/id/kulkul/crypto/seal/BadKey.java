package id.kulkul.crypto.seal;

/** Says that the given bytes are no key that anything may be sealed to or verified with. */
public final class BadKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadKey() {
        super("This is no usable public key.");
    }
}
