package id.kulkul.crypto.log;

/** Something offered as evidence that proves nothing, with one stable word for why. */
public final class InvalidEvidence extends Exception {

    private final String reason;

    /** The reason is a fixed word in kebab case, never a text from the input. */
    public InvalidEvidence(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** A fixed word in kebab case. */
    public String reason() {
        return reason;
    }
}
