package id.kulkul.crypto.seal;

/** The sizes that padded plaintexts may have, so that a ciphertext's length tells next to nothing. */
final class Buckets {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long FIRST_FILE = 64 * KIB;
    private static final long LAST_DOUBLING = 16 * MIB;
    private static final long STEP = 8 * MIB;
    private static final long LARGEST_FILE = 1024 * MIB;

    private Buckets() {}

    /** The padded size of {@code length} bytes: room for at least one byte of padding; unpadded kinds keep theirs. */
    static long padded(Kind kind, long length) {
        return switch (kind) {
            case KEY_BUNDLE, SHARE_RELEASE, VAULT_ROW -> length;
            case MSG_TO_REPORTER, MSG_TO_TEAM -> fit(length, 6 * KIB);
            case REPORT_BODY -> fit(length, 32 * KIB, 128 * KIB);
            case IDENTITY -> fit(length, 8 * KIB);
            case INTERNAL_NOTE -> fit(length, 8 * KIB, 32 * KIB);
            case BID, TENDER_CANARY -> fit(length, 64 * KIB);
            case ATTACHMENT -> file(length);
        };
    }

    static boolean pads(Kind kind) {
        return kind != Kind.KEY_BUNDLE && kind != Kind.SHARE_RELEASE && kind != Kind.VAULT_ROW;
    }

    /** True if a padded plaintext of this kind may have this size. */
    static boolean allows(Kind kind, long size) {
        if (!pads(kind)) return true;
        try {
            return size > 0 && padded(kind, size - 1) == size;
        } catch (TooLong e) {
            return false;
        }
    }

    private static long fit(long length, long... sizes) {
        for (long size : sizes) {
            if (length < size) return size;
        }
        throw new TooLong();
    }

    private static long file(long length) {
        if (length >= LARGEST_FILE) throw new TooLong();
        for (long size = FIRST_FILE; size <= LAST_DOUBLING; size *= 2) {
            if (length < size) return size;
        }
        return (length / STEP + 1) * STEP;
    }
}
