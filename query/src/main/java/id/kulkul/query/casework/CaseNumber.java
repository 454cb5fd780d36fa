package id.kulkul.query.casework;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number that people read out: it follows from the id alone, tells nothing of order or time, and shows a mistyped
 * sign.
 */
public final class CaseNumber {
    /** Digits and capitals without I, L, O and U (Crockford's base 32). */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int DRAWN = 7;
    private static final Pattern FORM = Pattern.compile("([A-Z]{3})([" + SIGNS + "OIL]{8})");

    private CaseNumber() {}

    /** PREFIX-XXXX-XXXX: the three letters of its kind, seven signs of a hash of the id and one check sign. */
    public static String of(String prefix, UUID id) {
        var bits = ByteBuffer.wrap(
                        Digest.labelled("kulkul/number", Hex16.bytes(id)).bytes())
                .getLong();
        var signs = new StringBuilder();
        for (var i = 0; i < DRAWN; i++) signs.append(SIGNS.charAt((int) (bits >>> (5 * i)) & 31));
        signs.append(SIGNS.charAt(check(signs)));
        return prefix + "-" + signs.substring(0, 4) + "-" + signs.substring(4);
    }

    /**
     * The number that was typed, of any kind, as it is written: what is no letter or digit does not count, and O, I and
     * L are read as 0, 1 and 1. Empty where it has another form or its check sign does not fit; the letters of the kind
     * are not checked.
     */
    public static Optional<String> typed(String text) {
        var form = FORM.matcher(text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
        if (!form.matches()) return Optional.empty();
        var signs = form.group(2).replace('O', '0').replace('I', '1').replace('L', '1');
        if (signs.charAt(DRAWN) != SIGNS.charAt(check(signs.substring(0, DRAWN)))) return Optional.empty();
        return Optional.of(form.group(1) + "-" + signs.substring(0, 4) + "-" + signs.substring(4));
    }

    /** Luhn's rule over base 32: one wrong sign is always noticed. */
    private static int check(CharSequence signs) {
        var sum = 0;
        for (var i = 0; i < signs.length(); i++) {
            var value = SIGNS.indexOf(signs.charAt(i)) * ((signs.length() - i) % 2 == 1 ? 2 : 1);
            sum += value / 32 + value % 32;
        }
        return (32 - sum % 32) % 32;
    }
}
