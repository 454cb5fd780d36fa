package id.kulkul.web.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the checker said, for one sentence and word for word.
 *
 * @param number how many records are whole, or which one is not; -1 where it said neither
 */
public record Verdict(boolean whole, long number, String said) {
    private static final Pattern WHOLE = Pattern.compile("(?m)^VALID size=([0-9]+) ");
    private static final Pattern BROKEN = Pattern.compile("(?m)^INVALID index=([0-9]+) ");

    static Verdict of(String said) {
        Matcher whole = WHOLE.matcher(said);
        if (whole.find()) return new Verdict(true, Long.parseLong(whole.group(1)), said);
        Matcher broken = BROKEN.matcher(said);
        return new Verdict(false, broken.find() ? Long.parseLong(broken.group(1)) : -1, said);
    }
}
