package id.kulkul.crypto.receipt;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * 32 random bytes that travel with one form: the same form sent again gives the same receipt, another text another one.
 * It is kept by nobody but the page; whoever has the page and what was typed into it has the receipt.
 */
public final class FormSecret {
    private static final int SIZE = 32;
    private static final String SALT = "kulkul/v1/form";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private FormSecret(byte[] secret) {
        this.secret = secret;
    }

    public static FormSecret random() {
        var secret = new byte[SIZE];
        RANDOM.nextBytes(secret);
        return new FormSecret(secret);
    }

    /** Reads 64 lower-case hex digits that are not all zero; anything else is an {@link IllegalArgumentException}. */
    public static FormSecret parse(String text) {
        if (text.length() != 2 * SIZE) throw new IllegalArgumentException("A form's secret has 64 hex digits.");
        var secret = new FormSecret(HexFormat.of().parseHex(text));
        if (!secret.text().equals(text)) throw new IllegalArgumentException("It is written in lower case.");
        if (Arrays.equals(secret.secret, new byte[SIZE])) throw new IllegalArgumentException("It is random.");
        return secret;
    }

    /** 64 lower-case hex digits, the form that travels. */
    public String text() {
        return HexFormat.of().formatHex(secret);
    }

    /**
     * What follows from this secret and from what was typed, field by field; two lists of fields never mean the same.
     */
    public Chosen with(Iterable<String> fields) {
        var hash = Digest.newSha256();
        for (var field : fields) {
            var bytes = field.getBytes(StandardCharsets.UTF_8);
            hash.update(Digest.sha256(bytes).bytes());
            Arrays.fill(bytes, (byte) 0);
        }
        return new Chosen(secret, Digest.of(hash.digest()));
    }

    /** The receipt of a form as it was filled in, and the number that its case is named with. */
    public static final class Chosen {
        private final byte[] secret;
        private final Digest typed;

        private Chosen(byte[] secret, Digest typed) {
            this.secret = secret;
            this.typed = typed;
        }

        /** The receipt, to be closed after use; the same at every call. */
        public Receipt receipt() {
            var derived = derive("receipt");
            try {
                return Receipt.of(derived);
            } finally {
                Arrays.fill(derived, (byte) 0);
            }
        }

        /** The 16 bytes of {@link id.kulkul.crypto.seal.CaseIds}; they tell nothing of the receipt. */
        public UUID nonce() {
            return Hex16.uuid(derive("nonce"));
        }

        private byte[] derive(String use) {
            var label = (SALT + "/" + use + "\0").getBytes(StandardCharsets.US_ASCII);
            var info = Arrays.copyOf(label, label.length + Digest.SIZE);
            System.arraycopy(typed.bytes(), 0, info, label.length, Digest.SIZE);
            return Hkdf.sha256(secret, SALT, info, Receipt.SIZE);
        }
    }
}
