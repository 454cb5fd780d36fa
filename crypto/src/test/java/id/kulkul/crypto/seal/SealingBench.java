package id.kulkul.crypto.seal;

import id.kulkul.crypto.bench.Ratio;
import id.kulkul.crypto.bytes.Chance;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** What sealing costs beyond the ciphers themselves; one core. */
final class SealingBench {
    private static final int CHUNKS = 256;

    private final byte[] plain = new byte[CHUNKS * PayloadCipher.CHUNK];
    private final byte[] out = new byte[PayloadCipher.CHUNK + PayloadCipher.TAG];
    private final byte[] chunk = new byte[PayloadCipher.CHUNK];
    private final byte[] secret = Samples.filled(7);
    private final Context context = Samples.context(Kind.ATTACHMENT);
    private final Recipient recipient = Samples.reader(1).recipient();
    private final HPKE hpke =
            new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);

    SealingBench() {
        new Random(1).nextBytes(plain);
    }

    /** Argument: rounds. */
    public static void main(String[] arguments) throws Exception {
        new SealingBench().run(Integer.parseInt(arguments[0]));
    }

    private void run(int rounds) throws Exception {
        Ratio.head();
        Ratio.line("6", "payload in 16 KiB chunks / raw AES-GCM", 0.8, rounds, this::raw, this::cipher);
        Ratio.line(
                "6",
                "a whole file with both its hashes / raw AES-GCM and two SHA-256",
                0,
                rounds,
                this::rawHashed,
                this::file);
        Ratio.line("6", "a whole file with both its hashes / raw AES-GCM", 0, rounds, this::raw, this::file);
        var pair = hpke.deserializePublicKey(recipient.bytes());
        Ratio.line("6", "stanzas / raw HPKE X-Wing seals", 0.95, rounds, () -> rawStanza(pair), this::stanza);
    }

    /** The JDK's cipher on the same chunks, each under a nonce of its own. */
    long raw() throws Exception {
        return raw(false);
    }

    long rawHashed() throws Exception {
        return raw(true);
    }

    long raw(boolean hashed) throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(secret, "AES");
        var nonce = new byte[12];
        MessageDigest plainHash = Digest.newSha256();
        MessageDigest ctHash = Digest.newSha256();
        for (int i = 0; i < CHUNKS; i++) {
            nonce[11] = (byte) i;
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            int length = cipher.doFinal(plain, i * chunk.length, chunk.length, out, 0);
            if (!hashed) continue;
            plainHash.update(plain, i * chunk.length, chunk.length);
            ctHash.update(out, 0, length);
        }
        return CHUNKS;
    }

    long cipher() {
        try (var key = SymmetricKey.random()) {
            var cipher = PayloadCipher.sealing(key, Chance.bytes(PayloadCipher.SALT), context);
            for (int i = 0; i < CHUNKS; i++) {
                System.arraycopy(plain, i * chunk.length, chunk, 0, chunk.length);
                cipher.seal(chunk, chunk.length, out);
            }
        }
        return CHUNKS;
    }

    long file() throws Exception {
        try (var stream = Seal.stream(context, OutputStream.nullOutputStream())) {
            for (int i = 0; i < CHUNKS; i++) stream.write(plain, i * chunk.length, chunk.length);
            stream.finish().close();
        }
        return CHUNKS;
    }

    long rawStanza(AsymmetricKeyParameter key) throws Exception {
        var sender = hpke.setupBaseS(key, KeyWrap.stanzaInfo(context, recipient.keyId()));
        sender.seal(Samples.MANIFEST.bytes(), secret);
        return 1;
    }

    long stanza() {
        KeyWrap.seal(recipient, KeyWrap.stanzaInfo(context, recipient.keyId()), Samples.MANIFEST, secret);
        return 1;
    }
}
