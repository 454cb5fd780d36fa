package id.kulkul.crypto.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Exactly 32 bytes, compared by content: a SHA-256 hash or a value of that size that is no secret. */
public final class Digest implements Comparable<Digest> {
    public static final int SIZE = 32;
    public static final Digest ZERO = new Digest(new byte[SIZE]);

    private static final MessageDigest UNUSED = unused();

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies exactly 32 bytes; anything else is an {@link IllegalArgumentException}. */
    public static Digest of(byte[] bytes) {
        if (bytes.length != SIZE) throw new IllegalArgumentException("A digest has 32 bytes.");
        return new Digest(bytes.clone());
    }

    /** Reads 64 hex digits; anything else is an {@link IllegalArgumentException}. */
    public static Digest parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 over the parts, one after the other. */
    public static Digest sha256(byte[]... parts) {
        var hash = newSha256();
        for (var part : parts) hash.update(part);
        return new Digest(hash.digest());
    }

    /** SHA-256 over the ASCII label, one zero byte, and the parts. */
    public static Digest labelled(String label, byte[]... parts) {
        var hash = newSha256();
        hash.update(label.getBytes(StandardCharsets.US_ASCII));
        hash.update((byte) 0);
        for (var part : parts) hash.update(part);
        return new Digest(hash.digest());
    }

    /** A copy of an unused one: asking the platform for another takes as long as a short hash. */
    public static MessageDigest newSha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 cannot be copied.", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
