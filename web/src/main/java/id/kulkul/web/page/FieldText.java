package id.kulkul.web.page;

import java.util.regex.Pattern;

/**
 * One rule for everything that a person types into a field, the same in the browser ({@code page/fields.js}) and here;
 * both are held to one table of cases. A character is a Unicode code point, counted after the rule; nothing is ever
 * shortened.
 *
 * <ul>
 *   <li>Every way to end a line (CR LF, CR, NEL, line and paragraph separator, vertical tab, form feed) is one line
 *       feed.
 *   <li>What no keyboard writes and no page shows becomes U+FFFD, so that its reader sees that there was something: NUL
 *       and the other controls but tabs, halves of surrogate pairs, the tag characters in which text can be hidden,
 *       U+FFFE and its kind.
 *   <li>White space and invisible characters go from both ends; a field that holds nothing else is empty. In between
 *       they stay as typed.
 *   <li>A field of one line has no line feeds and tabs: each run of them is a space.
 *   <li>A sign-in name has no invisible characters either.
 * </ul>
 */
public final class FieldText {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u000b\f\u0085\u2028\u2029]");
    private static final Pattern UNSHOWN = Pattern.compile(
            "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\x{d800}-\\x{dfff}\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}\\x{e0000}-\\x{e007f}]");
    private static final String INVISIBLE =
            "\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180e}\\x{200b}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}"
                    + "\\x{2060}-\\x{206f}\\x{2800}\\x{3164}\\x{feff}\\x{ffa0}";
    private static final String WHITE = "\\t\\n \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}";
    private static final Pattern HIDDEN = Pattern.compile("[" + INVISIBLE + "]");
    private static final Pattern EDGES = Pattern.compile(
            "^[" + WHITE + INVISIBLE + "]+|(?<![" + WHITE + INVISIBLE + "])[" + WHITE + INVISIBLE + "]+$");
    private static final Pattern BREAKS = Pattern.compile("[\t\n]+");

    private FieldText() {}

    /** A text of as many lines as its writer wants. */
    public static String text(String typed) {
        String lines = LINE_END.matcher(typed).replaceAll("\n");
        return EDGES.matcher(UNSHOWN.matcher(lines).replaceAll("\ufffd")).replaceAll("");
    }

    /** A text of one line. */
    public static String line(String typed) {
        return BREAKS.matcher(text(typed)).replaceAll(" ");
    }

    /** A sign-in name; upper and lower case are told apart by whoever looks it up, or not. */
    public static String name(String typed) {
        return line(HIDDEN.matcher(typed).replaceAll(""));
    }

    /** How many characters it has. */
    public static int length(String kept) {
        return kept.codePointCount(0, kept.length());
    }
}
