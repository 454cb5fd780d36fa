package id.kulkul.crypto.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one JSON text from its first to its last character. */
final class JsonParser {
    private static final int DEEPEST = 64;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern ANY = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private final char[] text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text.toCharArray();
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
        if (!next('}')) {
            do {
                skipSpace();
                var key = string();
                skipSpace();
                expect(':');
                if (map.put(key, value()) != null) throw malformed();
            } while (next(','));
            expect('}');
        }
        return new Members(Collections.unmodifiableMap(map));
    }

    private Elements elements() {
        var list = new ArrayList<Json>();
        expect('[');
        if (!next(']')) {
            do list.add(value());
            while (next(','));
            expect(']');
        }
        return new Elements(Collections.unmodifiableList(list));
    }

    private String string() {
        expect('"');
        int from = at;
        while (at < text.length && isPlain(text[at])) at++;
        if (at < text.length && text[at] == '"') return new String(text, from, at++ - from);
        var out = new StringBuilder().append(text, from, at - from);
        while (true) {
            char c = read();
            if (c == '"') return out.toString();
            if (c < ' ') throw malformed();
            out.append(c == '\\' ? escape() : c);
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private char escape() {
        char c = read();
        return switch (c) {
            case '"', '\\', '/' -> c;
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
        var number = new String(text, from, at - from);
        if (WHOLE.matcher(number).matches()) return Long.valueOf(number);
        if (ANY.matcher(number).matches()) return Double.valueOf(number);
        throw malformed();
    }

    private Json literal(String word, Object value) {
        if (!word.equals(new String(text, at, Math.min(word.length(), text.length - at)))) throw malformed();
        at += word.length();
        return new Json(value);
    }

    private boolean next(char c) {
        skipSpace();
        if (at == text.length || text[at] != c) return false;
        at++;
        return true;
    }

    private void expect(char c) {
        if (read() != c) throw malformed();
    }

    private char read() {
        if (at == text.length) throw malformed();
        return text[at++];
    }

    private void skipSpace() {
        while (at < text.length && " \t\n\r".indexOf(text[at]) >= 0) at++;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("This is no JSON, at character " + at + ".");
    }
}
