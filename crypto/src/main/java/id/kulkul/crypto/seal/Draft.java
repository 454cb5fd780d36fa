package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import java.util.Arrays;

/** A text about to be sealed; it belongs to the sealing, which wipes it. */
public final class Draft {
    /** UTF-8 JSON of a report. */
    public static final int REPORT = 1;
    /** UTF-8 text. */
    public static final int MESSAGE = 2;
    /** UTF-8 JSON of who somebody is. */
    public static final int IDENTITY = 3;
    /** UTF-8 JSON of the files that come with an answer. */
    public static final int FILES = 4;
    /** A notice of the system itself, signed by the log's key. */
    public static final int SYSTEM_NOTICE = 0x8000;

    private final int type;
    private final Digest prev;
    private final Digest seen;
    private final byte[] body;

    private Draft(int type, Digest prev, Digest seen, byte[] body) {
        this.type = type;
        this.prev = prev;
        this.seen = seen;
        this.body = body;
    }

    /** A text that follows nothing; {@code body} is not copied. */
    public static Draft of(int type, byte[] body) {
        return new Draft(type, Digest.ZERO, Digest.ZERO, body);
    }

    /**
     * The same text as the next one of a conversation: {@code prev} is the digest of the sender's own previous item,
     * {@code seen} that of the newest item of the other side; zero where there is none.
     */
    public Draft after(Digest prevItem, Digest seenItem) {
        return new Draft(type, prevItem, seenItem, body);
    }

    /** The same text behind 32 bytes that come first; this draft is wiped. */
    public Draft behind(byte[] first) {
        var joined = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, joined, first.length, body.length);
        wipe();
        return new Draft(type, prev, seen, joined);
    }

    int type() {
        return type;
    }

    Digest prev() {
        return prev;
    }

    Digest seen() {
        return seen;
    }

    byte[] body() {
        return body;
    }

    void wipe() {
        Arrays.fill(body, (byte) 0);
    }
}
