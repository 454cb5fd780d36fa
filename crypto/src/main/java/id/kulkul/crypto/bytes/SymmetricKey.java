package id.kulkul.crypto.bytes;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/** A secret of 32 bytes that ends when it is closed. */
public final class SymmetricKey implements AutoCloseable {
    public static final int SIZE = 32;
    private final byte[] bytes;
    private boolean closed;

    private SymmetricKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh key. */
    public static SymmetricKey random() {
        return new SymmetricKey(Chance.bytes(SIZE));
    }

    /** Copies exactly 32 bytes; the caller wipes its own. */
    public static SymmetricKey of(byte[] bytes) {
        if (bytes.length != SIZE) throw new IllegalArgumentException("A key has 32 bytes.");
        return new SymmetricKey(bytes.clone());
    }

    /** A copy that the caller wipes. */
    public byte[] bytes() {
        requireOpen();
        return bytes.clone();
    }

    /** The key of the vault row {@code rowId} under this one. */
    public SymmetricKey rowKey(UUID rowId) {
        var key = bytes();
        var info = new StructWriter(14 + Hex16.SIZE)
                .ascii("kulkul/v1/row")
                .u8(0)
                .id(rowId)
                .bytes();
        try {
            return new SymmetricKey(Hkdf.sha256(key, "kulkul/v1/vault", info, SIZE));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What may be published of this key when it is destroyed. */
    public Digest fingerprint() {
        var key = bytes();
        try {
            return Digest.labelled("kulkul/v1/ckfp", key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Compares without telling by time where the keys differ. */
    public boolean sameAs(SymmetricKey other) {
        requireOpen();
        other.requireOpen();
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    private void requireOpen() {
        if (closed) throw new IllegalStateException("This key has been wiped.");
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }
}
