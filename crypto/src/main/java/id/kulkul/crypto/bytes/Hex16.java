package id.kulkul.crypto.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;

/** Ids of 16 bytes, as text always 32 lower-case hex digits without dashes. */
public final class Hex16 {
    public static final int SIZE = 16;
    public static final UUID ZERO = new UUID(0, 0);

    /** The order of the bytes, read as unsigned; {@link UUID#compareTo} has another. */
    public static final Comparator<UUID> ASCENDING = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Hex16() {}

    /** 32 lower-case hex digits. */
    public static String of(UUID id) {
        var text = new byte[2 * SIZE];
        put(id.getMostSignificantBits(), text, 0);
        put(id.getLeastSignificantBits(), text, SIZE);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(long half, byte[] text, int from) {
        for (int i = SIZE - 1; i >= 0; i--, half >>>= 4) text[from + i] = DIGITS[(int) half & 15];
    }

    /** Reads exactly 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static UUID parse(String text) {
        if (text.length() != 2 * SIZE) throw new IllegalArgumentException("An id has 32 hex digits.");
        var id = uuid(HexFormat.of().parseHex(text));
        if (!of(id).equals(text)) throw new IllegalArgumentException("An id is written in lower case.");
        return id;
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(SIZE)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /**
     * The first 16 bytes of a digest with the version and variant bits of a UUID (RFC 9562): ids of two versions are
     * never equal.
     */
    public static UUID named(Digest digest, int version) {
        var first = ByteBuffer.wrap(digest.bytes());
        long high = (first.getLong() & ~0xf000L) | ((long) version << 12);
        return new UUID(high, (first.getLong() & 0x3fff_ffff_ffff_ffffL) | (1L << 63));
    }

    /** Reads exactly 16 bytes; anything else is an {@link IllegalArgumentException}. */
    public static UUID uuid(byte[] bytes) {
        if (bytes.length != SIZE) throw new IllegalArgumentException("An id has 16 bytes.");
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
