package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import java.util.Arrays;
import java.util.UUID;

/** An opened text that shows its content only against the key of the person who is said to have written it. */
public final class Unverified {
    private final Inner inner;
    private final byte[] signed;
    private final byte[] signature;

    private Unverified(Inner inner, byte[] signed, byte[] signature) {
        this.inner = inner;
        this.signed = signed;
        this.signature = signature;
    }

    static Unverified of(Context context, Digest manifest, byte[] plaintext) throws OpenFailed {
        var inner = Inner.decoded(context, plaintext);
        int end = plaintext.length - VerifyingKey.SIGNATURE;
        var fields = Arrays.copyOf(plaintext, end);
        var signed = Inner.signed(context, manifest, fields);
        Arrays.fill(fields, (byte) 0);
        var signature = Arrays.copyOfRange(plaintext, end, plaintext.length);
        return new Unverified(inner, signed, signature);
    }

    /** The id of the key that is said to have signed: look the key up, in the manifest or beside the receipt. */
    public UUID signer() {
        return inner.signer();
    }

    /** The text, if exactly this key signed it in this place for these recipients. */
    public Inner by(VerifyingKey sender) throws ForgedSender {
        if (!sender.keyId().equals(inner.signer()) || !sender.verify(signed, signature)) throw new ForgedSender();
        return inner;
    }

    /** The first bytes of the body, which tell how a text was dealt out; no statement about its author. */
    public byte[] front(int length) throws OpenFailed {
        StructReader.require(inner.body().length >= length);
        return Arrays.copyOf(inner.body(), length);
    }

    public void wipe() {
        inner.wipe();
    }
}
