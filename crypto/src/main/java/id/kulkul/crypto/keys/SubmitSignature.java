package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.VerifyingKey;

/** A sender's signature over the subject of a submission: these items, in this order, from the holder of this key. */
public final class SubmitSignature {
    private SubmitSignature() {}

    /** 64 bytes. */
    public static byte[] sign(SigningKey sender, Digest subject) {
        return sender.sign(message(subject));
    }

    public static boolean verify(VerifyingKey sender, Digest subject, byte[] signature) {
        return sender.verify(message(subject), signature);
    }

    private static byte[] message(Digest subject) {
        return new StructWriter(17 + Digest.SIZE)
                .ascii("kulkul/v1/submit")
                .u8(0)
                .digest(subject)
                .bytes();
    }
}
