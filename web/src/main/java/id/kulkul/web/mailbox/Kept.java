package id.kulkul.web.mailbox;

/**
 * What was typed as far as a page of one size can give it back; what it cannot is told by its first words, so that its
 * writer knows from where on it is gone from the page.
 *
 * @param text whole, or up to a word
 * @param missing the first words of the rest; empty if there is none
 */
public record Kept(String text, String missing) {
    static final Kept NOTHING = new Kept("", "");

    /** Room enough in every page of the mailbox for the longest answer that is accepted, whatever its characters. */
    static final int ROOM = 36 * 1024;

    private static final int WORD = 200;
    private static final int TOLD = 60;

    /** As much of it as takes at most {@code room} bytes in a page. */
    static Kept of(String typed, int room) {
        int end = fitting(typed, room);
        if (end == typed.length()) return new Kept(typed, "");
        int cut = afterBlank(typed, end);
        String rest = typed.substring(cut).strip();
        int told = rest.offsetByCodePoints(0, Math.min(TOLD, rest.codePointCount(0, rest.length())));
        return new Kept(typed.substring(0, cut), rest.substring(0, told));
    }

    private static int fitting(String typed, int room) {
        int left = room;
        int at = 0;
        while (at < typed.length()) {
            int character = typed.codePointAt(at);
            left -= cost(character);
            if (left < 0) break;
            at += Character.charCount(character);
        }
        return at;
    }

    /** The place after the last white space before the end, unless that is a long way back. */
    private static int afterBlank(String typed, int end) {
        for (int at = end; at > Math.max(0, end - WORD); at--)
            if (Character.isWhitespace(typed.charAt(at - 1))) return at;
        return end;
    }

    /** Bytes of a text in a page. */
    static int cost(String text) {
        return text.codePoints().map(Kept::cost).sum();
    }

    /** Bytes of one character in UTF-8, as HTML writes it. */
    static int cost(int character) {
        return switch (character) {
            case '"' -> "&quot;".length();
            case '&', '\'' -> "&amp;".length();
            case '<', '>' -> "&lt;".length();
            default -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        };
    }
}
