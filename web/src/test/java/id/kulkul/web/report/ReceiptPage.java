package id.kulkul.web.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The receipt as a browser without script gets it. */
public final class ReceiptPage {
    private static final Pattern CODE =
            Pattern.compile("<ol[^>]*id=\"receipt-digits\"[^>]*>(.*?)</ol>", Pattern.DOTALL);

    private ReceiptPage() {}

    /** The eight groups of its code, with a space between; fails where the page shows none. */
    public static String digits(String html) {
        Matcher code = CODE.matcher(html);
        if (!code.find()) throw new AssertionError("No receipt on the page");
        return code.group(1).replaceAll("<[^>]*>", " ").strip().replaceAll("\\s+", " ");
    }
}
