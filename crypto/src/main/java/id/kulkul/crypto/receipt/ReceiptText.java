package id.kulkul.crypto.receipt;

import id.kulkul.crypto.seal.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two written forms of a receipt: its 128 bits and a check of 4, as one number of 132 bits. */
final class ReceiptText {
    private static final int WORDS = 12;
    private static final int WORD_BITS = 11;
    private static final int DIGITS = 40;
    private static final int GROUP = 5;
    private static final int CHECK_BITS = 4;
    private static final int BITS = 132;
    private static final BigInteger WORD_MASK = BigInteger.valueOf((1 << WORD_BITS) - 1);

    private ReceiptText() {}

    static boolean hasLetters(String normal) {
        return normal.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    static byte[] ofDigits(String normal) throws BadReceipt {
        var digits = normal.replace(" ", "");
        if (!digits.matches("[0-9]{" + DIGITS + "}")) throw new BadReceipt();
        return checked(new BigInteger(digits));
    }

    static byte[] ofWords(String normal) throws BadReceipt {
        var words = normal.split(" ", -1);
        if (words.length != WORDS) throw new BadReceipt();
        var number = BigInteger.ZERO;
        for (var word : words) {
            var value = WordList.ENGLISH.number(word).orElseThrow(BadReceipt::new);
            number = number.shiftLeft(WORD_BITS).or(BigInteger.valueOf(value));
        }
        return checked(number);
    }

    /** The secret that stands for a text which is no receipt. */
    static byte[] stray(String normal) {
        var text = normal.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(Digest.labelled("kulkul/v1/receipt/typed", text).bytes(), Receipt.SIZE);
    }

    static String digits(byte[] secret) {
        var digits = number(secret).toString();
        var padded = "0".repeat(DIGITS - digits.length()) + digits;
        var groups = new ArrayList<String>();
        for (int at = 0; at < DIGITS; at += GROUP) groups.add(padded.substring(at, at + GROUP));
        return String.join(" ", groups);
    }

    static String words(byte[] secret) {
        var number = number(secret);
        List<String> words = new ArrayList<>();
        for (int shift = BITS - WORD_BITS; shift >= 0; shift -= WORD_BITS) {
            words.add(WordList.ENGLISH.word(
                    number.shiftRight(shift).and(WORD_MASK).intValue()));
        }
        return String.join(" ", words);
    }

    private static BigInteger number(byte[] secret) {
        int check = (Digest.sha256(secret).bytes()[0] & 0xff) >> CHECK_BITS;
        return new BigInteger(1, secret).shiftLeft(CHECK_BITS).or(BigInteger.valueOf(check));
    }

    private static byte[] checked(BigInteger number) throws BadReceipt {
        if (number.bitLength() > BITS) throw new BadReceipt();
        var whole = number.shiftRight(CHECK_BITS).toByteArray();
        var secret = new byte[Receipt.SIZE];
        int length = Math.min(whole.length, secret.length);
        System.arraycopy(whole, whole.length - length, secret, secret.length - length, length);
        if (!number(secret).equals(number)) throw new BadReceipt();
        return secret;
    }
}
