package id.kulkul.crypto.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes a structure of known size in the TLS presentation language (RFC 8446 section 3): big-endian, nothing optional.
 */
public final class StructWriter {
    private static final long U32_MAX = 0xffff_ffffL;
    private final ByteBuffer buffer;

    /** A structure of exactly {@code size} bytes; writing more throws, and so does asking for the bytes too early. */
    public StructWriter(int size) {
        buffer = ByteBuffer.allocate(size);
    }

    public StructWriter ascii(String text) {
        buffer.put(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public StructWriter u8(int value) {
        buffer.put((byte) within(value, 0xff));
        return this;
    }

    public StructWriter u16(int value) {
        buffer.putShort((short) within(value, 0xffff));
        return this;
    }

    public StructWriter u32(long value) {
        buffer.putInt((int) within(value, U32_MAX));
        return this;
    }

    /** A number from 0 to {@link Long#MAX_VALUE}: nothing we count needs the upper half. */
    public StructWriter u64(long value) {
        buffer.putLong(within(value, Long.MAX_VALUE));
        return this;
    }

    public StructWriter id(UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return this;
    }

    public StructWriter digest(Digest digest) {
        return raw(digest.bytes());
    }

    public StructWriter raw(byte[] bytes) {
        buffer.put(bytes);
        return this;
    }

    /** The finished structure. */
    public byte[] bytes() {
        if (buffer.hasRemaining()) throw new IllegalStateException("The structure is not complete.");
        return buffer.array();
    }

    private static long within(long value, long max) {
        if (value < 0 || value > max) throw new IllegalArgumentException("The number does not fit its field.");
        return value;
    }
}
