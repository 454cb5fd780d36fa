package id.kulkul.crypto.tools;

/** Something that may be right by itself, but not at what this device's clock says. */
final class Untimely extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    Untimely(String reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    /** A fixed word in kebab case. */
    String reason() {
        return reason;
    }

    /** What is dated how, and what the clock says. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
