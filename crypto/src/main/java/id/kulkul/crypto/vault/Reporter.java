package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.UUID;

/**
 * What the server keeps of a reporter: which case, a key to write to, and a key that tells their answers from anybody
 * else's.
 */
public record Reporter(UUID caseId, Recipient sealing, VerifyingKey signing) {
    private static final int SIZE = Hex16.SIZE + Recipient.SIZE + VerifyingKey.SIZE;

    /** SHA-256 of both public keys, which is all that the history says of them. */
    public Digest keysDigest() {
        return keysDigest(sealing, signing);
    }

    /** The same of two keys. */
    public static Digest keysDigest(Recipient sealing, VerifyingKey signing) {
        return Digest.sha256(sealing.bytes(), signing.bytes());
    }

    byte[] encoded() {
        return new StructWriter(SIZE)
                .id(caseId)
                .raw(sealing.bytes())
                .raw(signing.bytes())
                .bytes();
    }

    static Reporter decoded(byte[] bytes) {
        try {
            var in = new StructReader(bytes);
            var reporter = new Reporter(
                    in.id(), Recipient.of(in.take(Recipient.SIZE)), VerifyingKey.of(in.take(VerifyingKey.SIZE)));
            in.end();
            return reporter;
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }
}
