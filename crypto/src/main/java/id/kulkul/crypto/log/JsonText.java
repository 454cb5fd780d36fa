package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Writes one JSON object in the one form that an export has: no spaces, members in order, escapes only where they must
 * be.
 */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    JsonText open() {
        out.append('{');
        return this;
    }

    JsonText open(String name) {
        return name(name).open();
    }

    JsonText close() {
        out.append('}');
        return this;
    }

    JsonText text(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    JsonText number(String name, long value) {
        name(name).out.append(value);
        return this;
    }

    JsonText id(String name, UUID value) {
        return text(name, Hex16.of(value));
    }

    JsonText digest(String name, Digest value) {
        return text(name, value.hex());
    }

    JsonText bytes(String name, byte[] value) {
        return text(name, Base64.getUrlEncoder().withoutPadding().encodeToString(value));
    }

    JsonText digests(String name, List<Digest> values) {
        name(name).out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) out.append(',');
            string(values.get(i).hex());
        }
        out.append(']');
        return this;
    }

    JsonText texts(String name, List<String> values) {
        name(name).out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) out.append(',');
            string(values.get(i));
        }
        out.append(']');
        return this;
    }

    private JsonText name(String name) {
        if (out.charAt(out.length() - 1) != '{') out.append(',');
        string(name);
        out.append(':');
        return this;
    }

    private void string(String value) {
        out.append('"');
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) plain++;
        out.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
