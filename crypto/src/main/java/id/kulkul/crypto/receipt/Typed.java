package id.kulkul.crypto.receipt;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What counts of a text that a person typed, pasted or copied from paper, by one rule for receipts, passphrases and
 * recovery kits. Of its first 512 UTF-16 units, in form NFKC, these count: the letters a to z in either case, and the
 * decimal digits of any script. Everything else separates, be it seen (spaces, hyphens, full stops, bullets, quotes) or
 * not (zero width, soft hyphen, byte order mark, direction marks); a row of it is one space. {@code typed.json} beside
 * this class holds the cases on which this and its twin in JavaScript must agree.
 */
public final class Typed {
    private static final int LONGEST = 512;

    private Typed() {}

    /** Lower-case letters and digits in ASCII with single spaces between. */
    public static String plain(String typed) {
        String front = typed.substring(0, Math.min(typed.length(), LONGEST));
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(front, Normalizer.Form.NFKC)
                .codePoints()
                .map(Typed::ascii)
                .forEach(out::appendCodePoint);
        return out.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static int ascii(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c;
    }
}
