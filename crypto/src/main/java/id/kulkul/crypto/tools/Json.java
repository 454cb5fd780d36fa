package id.kulkul.crypto.tools;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of a JSON text (RFC 8259), read strictly: no comments, no duplicate keys, nothing left over; anything
 * irregular is an {@link IllegalArgumentException}.
 */
public final class Json {
    private final Object value;

    Json(Object value) {
        this.value = value;
    }

    /** JSON's null. */
    enum Null {
        NULL
    }

    /** Reads one whole text; anything irregular is an {@link IllegalArgumentException}. */
    public static Json parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one whole text in UTF-8; anything irregular is an {@link IllegalArgumentException}. */
    public static Json parse(byte[] text) {
        return new JsonParser(text).whole();
    }

    /** The member of an object; a missing one is an {@link IllegalArgumentException}. */
    public Json at(String key) {
        var member = object().get(key);
        if (member == null) throw new IllegalArgumentException("There is no \"" + key + "\".");
        return member;
    }

    /** The element of an array, from 0. */
    public Json at(int index) {
        List<Json> list = list();
        if (index < 0 || index >= list.size()) throw new IllegalArgumentException("There is no element " + index + ".");
        return list.get(index);
    }

    public boolean has(String key) {
        return object().containsKey(key);
    }

    /** The keys of an object, in the order of the text. */
    public Set<String> keys() {
        return object().keySet();
    }

    public List<Json> list() {
        if (!(value instanceof JsonParser.Elements elements)) throw wrong("an array");
        return elements.list();
    }

    public String text() {
        if (!(value instanceof String text)) throw wrong("a string");
        return text;
    }

    /** A whole number of 64 bits. */
    public long number() {
        if (!(value instanceof Long number)) throw wrong("a whole number");
        return number;
    }

    /** A whole number from 0 to {@link Integer#MAX_VALUE}. */
    public int count() {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) throw wrong("a count");
        return (int) number;
    }

    public boolean truth() {
        if (!(value instanceof Boolean truth)) throw wrong("true or false");
        return truth;
    }

    public boolean isNull() {
        return value == Null.NULL;
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean isObject() {
        return value instanceof JsonParser.Members;
    }

    public boolean isList() {
        return value instanceof JsonParser.Elements;
    }

    /** The bytes that a string writes in lower-case hex digits. */
    public byte[] hex() {
        var bytes = HexFormat.of().parseHex(text());
        if (!HexFormat.of().formatHex(bytes).equals(text())) throw wrong("lower-case hex digits");
        return bytes;
    }

    /** The bytes that a string writes in base64url without padding, in the one way there is. */
    public byte[] base64() {
        var bytes = Base64.getUrlDecoder().decode(text());
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text())) throw wrong("base64url");
        return bytes;
    }

    /** The text that these bytes are in UTF-8. */
    public String utf8() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(base64()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong("UTF-8");
        }
    }

    private Map<String, Json> object() {
        if (!(value instanceof JsonParser.Members members)) throw wrong("an object");
        return members.map();
    }

    private static IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("This is not " + expected + ".");
    }
}
