package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import java.nio.ByteBuffer;
import java.util.Locale;

/** The number that people read out: it follows from the id alone, tells nothing of order or time, and shows a mistyped sign. */
public final class CaseNumber {
    /** Digits and capitals without I, L, O and U (Crockford's base 32). */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int DRAWN = 7;

    private CaseNumber() {}

    /** WBS-XXXX-XXXX: seven signs of a hash of the id and one check sign. */
    public static String of(ReportId report) {
        var bits = ByteBuffer.wrap(Digest.labelled("kulkul/number", Hex16.bytes(report.value()))
                        .bytes())
                .getLong();
        var signs = new StringBuilder();
        for (var i = 0; i < DRAWN; i++) signs.append(SIGNS.charAt((int) (bits >>> (5 * i)) & 31));
        signs.append(SIGNS.charAt(check(signs)));
        return "WBS-" + signs.substring(0, 4) + "-" + signs.substring(4);
    }

    /** Whether the text is a number of this form whose check sign fits; case and dashes do not matter. */
    public static boolean isWellFormed(String text) {
        var signs = text.strip().toUpperCase(Locale.ROOT).replace("-", "");
        if (!signs.startsWith("WBS") || signs.length() != 3 + DRAWN + 1) return false;
        var drawn = signs.substring(3, 3 + DRAWN);
        var known = drawn.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return known && signs.charAt(3 + DRAWN) == SIGNS.charAt(check(drawn));
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
