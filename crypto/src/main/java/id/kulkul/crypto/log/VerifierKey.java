package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A public key under a name, in the one-line form that C2SP signed-note calls a vkey. */
public final class VerifierKey {

    /** What a key signs, by its C2SP signature type. */
    public enum Type {
        /** Ed25519 over the text of a note (signed-note). */
        NOTE_ED25519(0x01, 32),
        /** Timestamped Ed25519 over a checkpoint (tlog-cosignature). */
        COSIGNATURE_ED25519(0x04, 32),
        /** Timestamped ML-DSA-44 over a checkpoint (tlog-cosignature). */
        COSIGNATURE_ML_DSA_44(0x06, 1312);

        private final int code;
        private final int keyLength;

        Type(int code, int keyLength) {
            this.code = code;
            this.keyLength = keyLength;
        }

        private static Type of(byte[] typed) throws InvalidEvidence {
            for (Type type : values()) {
                if (typed[0] == type.code && typed.length == 1 + type.keyLength) return type;
            }
            throw new InvalidEvidence("unknown-key-type");
        }
    }

    private final String name;
    private final Type type;
    private final byte[] key;

    /** A key of that type under a name without spaces and plus signs. */
    public VerifierKey(String name, Type type, byte[] key) {
        if (!Note.isKeyName(name) || key.length != type.keyLength) {
            throw new IllegalArgumentException("no verifier key has this name or length");
        }
        this.name = name;
        this.type = type;
        this.key = key.clone();
    }

    /** The name; for a log's keys its origin. */
    public String name() {
        return name;
    }

    /** What it signs. */
    public Type type() {
        return type;
    }

    /** The raw public key: 32 bytes for Ed25519, 1,312 for ML-DSA-44. */
    public byte[] key() {
        return key.clone();
    }

    /** The first four bytes of SHA-256(name || LF || type || key). */
    public int id() {
        byte[] hash = Digest.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed())
                .bytes();
        return ByteBuffer.wrap(hash).getInt();
    }

    /** The line {@code name+id+base64(type || key)}. */
    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64Text.of(typed());
    }

    /**
     * The key of a line.
     *
     * @throws InvalidEvidence where the id does not belong to the key, or the line is anything else
     */
    public static VerifierKey parse(String text) throws InvalidEvidence {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !Note.isKeyName(parts[0])) throw new InvalidEvidence("malformed-key");
        byte[] typed = Base64Text.parse(parts[2], "malformed-key");
        if (typed.length == 0) throw new InvalidEvidence("malformed-key");
        VerifierKey key = new VerifierKey(parts[0], Type.of(typed), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) throw new InvalidEvidence("wrong-key-id");
        return key;
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + key.length];
        typed[0] = (byte) type.code;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, Arrays.hashCode(key));
    }

    @Override
    public String toString() {
        return text();
    }
}
