package id.kulkul.crypto.tools;

/**
 * What happens to a text on its way through mail, editors and other systems without a word of it being changed: it can
 * be undone.
 */
enum Conversion {
    UTF_16("it is in UTF-16"),
    BYTE_ORDER_MARK("a byte order mark was put before it"),
    LINE_ENDS("its lines end with CR LF"),
    LAST_LINE_BREAK("its last line break is missing"),
    BLANK_LINES("blank lines were put after it");

    private final String words;

    Conversion(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
