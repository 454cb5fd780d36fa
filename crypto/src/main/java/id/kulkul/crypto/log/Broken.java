package id.kulkul.crypto.log;

/** The first place where a history is not what it claims to be, as narrowly as it can be told. */
final class Broken extends Exception {

    private final long index;
    private final long last;
    private final String reason;

    Broken(long index, String reason) {
        this(index, index, reason);
    }

    /** What is wrong with the file as a whole or with what was given beside it, and with no event in particular. */
    static Broken ofFile(String reason) {
        return new Broken(Verdict.NO_INDEX, reason);
    }

    /** Somewhere from an index to the last one below a size; where there is nothing between them, at the index. */
    static Broken below(long index, long size, String reason) {
        return new Broken(index, Math.max(index, size - 1), reason);
    }

    private Broken(long index, long last, String reason) {
        super(reason, null, false, false);
        this.index = index;
        this.last = last;
        this.reason = reason;
    }

    long index() {
        return index;
    }

    long last() {
        return last;
    }

    String reason() {
        return reason;
    }
}
