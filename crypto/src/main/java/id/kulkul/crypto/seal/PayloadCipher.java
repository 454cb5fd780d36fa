package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The chunk cipher of Cobblestone-256 (C2SP chunked-encryption): one key, a committed one, counters inside. */
final class PayloadCipher {
    static final int CHUNK = 16 * 1024;
    static final int TAG = 16;
    static final int SALT = 24;
    static final int PREFIX = SALT + Digest.SIZE;
    private static final int NONCE = 12;
    private static final long MOST_CHUNKS = 1L << 38;
    private static final byte[] LABEL =
            "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

    private final int mode;
    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] baseNonce;
    private final Digest commitment;
    private long chunk;

    private PayloadCipher(int mode, SymmetricKey dek, byte[] salt, Context context) {
        this.mode = mode;
        var prk = dek.bytes();
        var okm = Hkdf.expandSha512(prk, info(salt, context), SymmetricKey.SIZE + NONCE + Digest.SIZE);
        key = new SecretKeySpec(okm, 0, SymmetricKey.SIZE, "AES");
        baseNonce = Arrays.copyOfRange(okm, SymmetricKey.SIZE, SymmetricKey.SIZE + NONCE);
        commitment = Digest.of(Arrays.copyOfRange(okm, SymmetricKey.SIZE + NONCE, okm.length));
        Arrays.fill(okm, (byte) 0);
        Arrays.fill(prk, (byte) 0);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    static PayloadCipher sealing(SymmetricKey dek, byte[] salt, Context context) {
        return new PayloadCipher(Cipher.ENCRYPT_MODE, dek, salt, context);
    }

    static PayloadCipher opening(SymmetricKey dek, byte[] salt, Context context) {
        return new PayloadCipher(Cipher.DECRYPT_MODE, dek, salt, context);
    }

    /** Commits to key, salt and context: no second key opens the same bytes. */
    Digest commitment() {
        return commitment;
    }

    /** Seals the next chunk into {@code out} and returns the number of bytes written there. */
    int seal(byte[] in, int length, byte[] out) {
        try {
            return next(in, length, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform's AES-GCM refuses to seal.", e);
        }
    }

    /** Opens the next chunk into {@code out} and returns the number of bytes written there. */
    int open(byte[] in, int length, byte[] out) throws OpenFailed {
        try {
            return next(in, length, out);
        } catch (GeneralSecurityException e) {
            throw new OpenFailed();
        }
    }

    private int next(byte[] in, int length, byte[] out) throws GeneralSecurityException {
        if (chunk >= MOST_CHUNKS) throw new IllegalStateException("No more chunks under this key.");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce(chunk++)));
        return cipher.doFinal(in, 0, length, out, 0);
    }

    /** The length of the plaintext of a blob of this length. */
    static long plainLength(long blobLength) {
        long body = blobLength - PREFIX;
        return body - TAG * (body / (CHUNK + TAG) + 1);
    }

    /** True if a whole blob can have this length: the last chunk is short, and there is one. */
    static boolean isLength(long blobLength) {
        return blobLength >= PREFIX + TAG && (blobLength - PREFIX) % (CHUNK + TAG) >= TAG;
    }

    private static byte[] info(byte[] salt, Context context) {
        return new StructWriter(LABEL.length + SALT + Context.SIZE)
                .raw(LABEL)
                .raw(salt)
                .raw(context.encoded())
                .bytes();
    }

    private byte[] nonce(long counter) {
        var nonce = baseNonce.clone();
        for (int i = 0; i < Long.BYTES; i++) nonce[NONCE - 1 - i] ^= (byte) (counter >>> (8 * i));
        return nonce;
    }
}
