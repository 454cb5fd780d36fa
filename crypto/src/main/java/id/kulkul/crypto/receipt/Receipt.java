package id.kulkul.crypto.receipt;

import id.kulkul.crypto.bytes.Hkdf;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/** 128 random bits that a person can write down: 40 digits, or 12 words of either language, give the same keys. */
public final class Receipt implements AutoCloseable {
    static final int SIZE = 16;
    static final String SALT = "kulkul/v1/receipt";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private Receipt(byte[] secret) {
        this.secret = secret;
    }

    public static Receipt random() {
        var secret = new byte[SIZE];
        RANDOM.nextBytes(secret);
        return new Receipt(secret);
    }

    /** Copies exactly 16 bytes; the caller wipes its own. */
    public static Receipt of(byte[] secret) {
        if (secret.length != SIZE) throw new IllegalArgumentException("A receipt has 16 bytes.");
        return new Receipt(secret.clone());
    }

    /**
     * Reads 40 digits, however they are grouped and in whatever script, or 12 words of one language in any case, by the
     * rule of {@link Typed}; a heading, a numbering, or another form of the same receipt may stand around them.
     */
    public static Receipt parse(String typed) throws BadReceipt {
        return new Receipt(ReceiptText.ofText(Typed.plain(typed)));
    }

    /**
     * Reads whatever was typed and never fails: what is no receipt becomes, always the same way, a receipt that was
     * never given out, so that a typing error gets a greeting of its own and an unknown mailbox, not an error.
     */
    public static Receipt ofTyped(String typed) {
        try {
            return parse(typed);
        } catch (BadReceipt e) {
            return new Receipt(ReceiptText.stray(Typed.plain(typed)));
        }
    }

    /** 8 groups of 5 digits, separated by single spaces. */
    public String digits() {
        return ReceiptText.digits(secret);
    }

    /** 12 lower-case words, separated by single spaces: English ones for English, Indonesian ones for all else. */
    public String words(Locale language) {
        boolean english = language.getLanguage().equals("en");
        return ReceiptText.words(secret, english ? WordList.ENGLISH : WordList.INDONESIAN);
    }

    /** Two Indonesian words, as "melati, perahu": shown with every answer, they tell a typing error from silence. */
    public String greeting() {
        var okm = Hkdf.sha256(secret, SALT, SALT + "/greeting", 4);
        return WordList.GREETING.word(okm[0] & 0xff) + ", " + WordList.GREETING.word(okm[1] & 0xff);
    }

    /** The keys of this receipt (HKDF-SHA256 without stretching: 128 random bits need none), to be closed after use. */
    public ReceiptKeys keys() {
        return ReceiptKeys.of(secret);
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
