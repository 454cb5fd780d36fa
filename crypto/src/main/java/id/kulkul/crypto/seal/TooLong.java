package id.kulkul.crypto.seal;

/** Says that a plaintext is longer than the largest size its kind may have. */
public final class TooLong extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public TooLong() {
        super("This is longer than its kind allows.");
    }
}
