package id.kulkul.crypto.tools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one JSON text in UTF-8 from its first to its last byte, by what stands at this package. */
final class JsonParser {
    private static final int DEEPEST = 64;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern ANY = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private final byte[] text;
    private int at;
    private int depth;

    JsonParser(byte[] text) {
        this.text = text;
    }

    record Members(Map<String, Json> map) {}

    record Elements(List<Json> list) {}

    Json whole() {
        var value = value();
        skipSpace();
        if (at != text.length) throw malformed();
        return value;
    }

    private Json value() {
        skipSpace();
        if (at == text.length || ++depth > DEEPEST) throw malformed();
        var value =
                switch (text[at]) {
                    case '{' -> new Json(members());
                    case '[' -> new Json(elements());
                    case '"' -> new Json(string());
                    case 't' -> literal("true", true);
                    case 'f' -> literal("false", false);
                    case 'n' -> literal("null", Json.Null.NULL);
                    default -> new Json(number());
                };
        depth--;
        return value;
    }

    private Members members() {
        var map = new LinkedHashMap<String, Json>();
        expect('{');
        skipSpace();
        if (next('}')) return new Members(Map.of());
        do {
            skipSpace();
            var key = string();
            skipSpace();
            expect(':');
            if (map.put(key, value()) != null) throw malformed();
            skipSpace();
        } while (next(','));
        expect('}');
        return new Members(Collections.unmodifiableMap(map));
    }

    private Elements elements() {
        var list = new ArrayList<Json>();
        expect('[');
        skipSpace();
        if (next(']')) return new Elements(List.of());
        do {
            list.add(value());
            skipSpace();
        } while (next(','));
        expect(']');
        return new Elements(Collections.unmodifiableList(list));
    }

    private String string() {
        expect('"');
        var plain = plain();
        if (next('"')) return plain;
        var out = new StringBuilder(plain);
        do {
            expect('\\');
            out.append(escape()).append(plain());
        } while (!next('"'));
        if (hasHalf(out)) throw malformed();
        return out.toString();
    }

    /** Whether half of a surrogate pair stands alone, which no UTF-8 can write again. */
    private static boolean hasHalf(CharSequence text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** What stands before the next quote, backslash or control character. */
    private String plain() {
        int from = at;
        while (at + Long.BYTES <= text.length && arePlain((long) EIGHT.get(text, at))) at += Long.BYTES;
        while (at < text.length && isPlain(text[at])) at++;
        var plain = new String(text, from, at - from, StandardCharsets.UTF_8);
        boolean replaced = plain.indexOf('\ufffd') >= 0
                && !Arrays.equals(plain.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(text, from, at));
        if (replaced) throw malformed();
        return plain;
    }

    private static boolean isPlain(byte c) {
        return c < 0 || (c >= ' ' && c != '"' && c != '\\');
    }

    /** The same for eight at once: a borrow only ever comes from a byte that is not plain itself. */
    private static boolean arePlain(long eight) {
        long quote = eight ^ ('"' * EACH);
        long backslash = eight ^ ('\\' * EACH);
        long stops = ((eight - ' ' * EACH) & ~eight) | ((quote - EACH) & ~quote) | ((backslash - EACH) & ~backslash);
        return (stops & HIGHEST) == 0;
    }

    private char escape() {
        byte c = read();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(read(), 16);
            if (digit < 0) throw malformed();
            code = 16 * code + digit;
        }
        return (char) code;
    }

    /** Whole numbers as {@link Long}, every other number as {@link Double}. */
    private Object number() {
        int from = at;
        while (at < text.length && "+-0123456789.eE".indexOf(text[at]) >= 0) at++;
        var number = new String(text, from, at - from, StandardCharsets.US_ASCII);
        if (WHOLE.matcher(number).matches()) return Long.valueOf(number);
        if (!ANY.matcher(number).matches() || Double.isInfinite(Double.parseDouble(number))) throw malformed();
        return Double.valueOf(number);
    }

    private Json literal(String word, Object value) {
        for (int i = 0; i < word.length(); i++) expect(word.charAt(i));
        return new Json(value);
    }

    /** Goes over this character if it is the next one. */
    private boolean next(char c) {
        if (at == text.length || text[at] != c) return false;
        at++;
        return true;
    }

    private void expect(char c) {
        if (read() != c) throw malformed();
    }

    private byte read() {
        if (at == text.length) throw malformed();
        return text[at++];
    }

    private void skipSpace() {
        while (at < text.length && isSpace(text[at])) at++;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("This is no JSON, at byte " + at + ".");
    }
}
