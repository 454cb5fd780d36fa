package id.kulkul.crypto.seal;

/** Says that an item opened but was not written by the person whose key was given. */
public final class ForgedSender extends Exception {
    private static final long serialVersionUID = 1L;

    public ForgedSender() {
        super("This was not written by the person it claims to come from.", null, false, true);
    }
}
