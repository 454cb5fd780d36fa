package id.kulkul.crypto.bytes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF (RFC 5869): keys from keys. */
public final class Hkdf {
    private static final String SHA256 = "HmacSHA256";
    private static final String SHA512 = "HmacSHA512";

    private Hkdf() {}

    /** Extract and expand with SHA-256; salt is an ASCII label, {@code length} at most 8,160 bytes. */
    public static byte[] sha256(byte[] key, String salt, byte[] info, int length) {
        var prk = mac(SHA256, salt.getBytes(StandardCharsets.US_ASCII)).doFinal(key);
        try {
            return expand(SHA256, prk, info, length);
        } finally {
            Arrays.fill(prk, (byte) 0);
        }
    }

    /** As {@link #sha256(byte[], String, byte[], int)}, info being an ASCII label. */
    public static byte[] sha256(byte[] key, String salt, String info, int length) {
        return sha256(key, salt, info.getBytes(StandardCharsets.US_ASCII), length);
    }

    /** Expand alone with SHA-512; the key must be uniformly random, {@code length} at most 16,320 bytes. */
    public static byte[] expandSha512(byte[] key, byte[] info, int length) {
        return expand(SHA512, key, info, length);
    }

    private static byte[] expand(String algorithm, byte[] prk, byte[] info, int length) {
        var mac = mac(algorithm, prk);
        if (length > 255 * mac.getMacLength()) throw new IllegalArgumentException("HKDF gives no more than that.");
        var out = new byte[length];
        var block = new byte[0];
        for (int at = 0, i = 1; at < length; at += block.length, i++) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) i);
            Arrays.fill(block, (byte) 0);
            block = mac.doFinal();
            System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
        }
        Arrays.fill(block, (byte) 0);
        return out;
    }

    private static Mac mac(String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-2.", e);
        }
    }
}
