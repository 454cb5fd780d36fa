package id.kulkul.crypto.log;

/** The first place where a history is not what it claims to be. */
final class Broken extends Exception {

    private final long index;
    private final String reason;

    Broken(long index, String reason) {
        super(reason, null, false, false);
        this.index = index;
        this.reason = reason;
    }

    long index() {
        return index;
    }

    String reason() {
        return reason;
    }
}
