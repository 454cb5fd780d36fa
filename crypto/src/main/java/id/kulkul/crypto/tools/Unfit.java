package id.kulkul.crypto.tools;

/** Says in one sentence why an argument, or a file that it names, cannot be used. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String sentence) {
        super(sentence, null, false, false);
    }
}
