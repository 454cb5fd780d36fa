package id.kulkul.crypto.receipt;

import id.kulkul.crypto.bytes.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The written forms of a receipt, digits and words of either list: its 128 bits and a check of 4, as one number of 132
 * bits.
 */
final class ReceiptText {
    private static final int WORDS = 12;
    private static final int WORD_BITS = 11;
    private static final int DIGITS = 40;
    private static final int GROUP = 5;
    private static final int CHECK_BITS = 4;
    private static final int BITS = 132;
    private static final List<WordList> LISTS = List.of(WordList.ENGLISH, WordList.INDONESIAN);
    private static final BigInteger WORD_MASK = BigInteger.valueOf((1 << WORD_BITS) - 1);

    private ReceiptText() {}

    /**
     * The one receipt in a text: the whole of it, or a row within it of exactly 40 digits or exactly 12 words of one
     * list. Numbers of one or two digits between them do not count, as in a numbered list; a row that is longer is a
     * mistake, and is not searched for a part that would fit. Among digits the letter O is a zero, and I and L are
     * ones: so paper is read by eyes.
     *
     * @throws BadReceipt where there is none, or more than one
     */
    static byte[] ofText(String normal) throws BadReceipt {
        var whole = List.of(normal.split(" ", -1));
        var receipt = digitsNumber(normal).flatMap(ReceiptText::checked);
        if (receipt.isPresent()) return receipt.get();
        var tokens =
                whole.stream().filter(token -> !token.matches("[0-9]{1,2}")).toList();
        var found = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (var digits : rows(tokens, token -> token.matches("[oil]*[0-9][0-9oil]*"))) {
            digitsNumber(String.join(" ", digits)).flatMap(ReceiptText::checked).ifPresent(found::add);
        }
        for (var list : LISTS) {
            for (var words : rows(tokens, token -> list.number(token).isPresent())) {
                wordsNumber(words, list).flatMap(ReceiptText::checked).ifPresent(found::add);
            }
        }
        if (found.size() != 1) throw new BadReceipt();
        return found.first();
    }

    private static List<List<String>> rows(List<String> tokens, Predicate<String> belongs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        for (var token : tokens) {
            if (belongs.test(token)) rows.getLast().add(token);
            else rows.add(new ArrayList<>());
        }
        return rows;
    }

    private static Optional<BigInteger> digitsNumber(String normal) {
        var digits = normal.replace(" ", "").replace('o', '0').replaceAll("[il]", "1");
        return digits.matches("[0-9]{" + DIGITS + "}") ? Optional.of(new BigInteger(digits)) : Optional.empty();
    }

    private static Optional<BigInteger> wordsNumber(List<String> words, WordList list) {
        if (words.size() != WORDS) return Optional.empty();
        var number = BigInteger.ZERO;
        for (var word : words) {
            int value = list.number(word).orElseThrow();
            number = number.shiftLeft(WORD_BITS).or(BigInteger.valueOf(value));
        }
        return Optional.of(number);
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

    static String words(byte[] secret, WordList list) {
        var number = number(secret);
        List<String> words = new ArrayList<>();
        for (int shift = BITS - WORD_BITS; shift >= 0; shift -= WORD_BITS) {
            words.add(list.word(number.shiftRight(shift).and(WORD_MASK).intValue()));
        }
        return String.join(" ", words);
    }

    private static BigInteger number(byte[] secret) {
        int check = (Digest.sha256(secret).bytes()[0] & 0xff) >> CHECK_BITS;
        return new BigInteger(1, secret).shiftLeft(CHECK_BITS).or(BigInteger.valueOf(check));
    }

    private static Optional<byte[]> checked(BigInteger number) {
        if (number.bitLength() > BITS) return Optional.empty();
        var whole = number.shiftRight(CHECK_BITS).toByteArray();
        var secret = new byte[Receipt.SIZE];
        int length = Math.min(whole.length, secret.length);
        System.arraycopy(whole, whole.length - length, secret, secret.length - length, length);
        return number(secret).equals(number) ? Optional.of(secret) : Optional.empty();
    }
}
