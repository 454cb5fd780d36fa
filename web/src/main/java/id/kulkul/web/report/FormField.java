package id.kulkul.web.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One text field while it streams in: never more of it is held than its name allows. */
final class FormField {
    private static final int SHORT = 64;

    /**
     * Most bytes of each field that our form has. Three times the longest text comes back whole to whoever must shorten
     * it, and a few of more than a name; a little more than a secret or an id has.
     */
    private static final Map<String, Integer> LONGEST = Map.of(
            "secret", 2 * SHORT,
            "category", SHORT,
            "exclude", SHORT,
            "body", 256 * 1024,
            "identityName", 2 * 1024,
            "identityContact", 2 * 1024);

    private final String name;
    private final int longest;
    private final ByteArrayOutputStream kept = new Wiped();
    private boolean cut;

    private FormField(String name, int longest) {
        this.name = name;
        this.longest = longest;
    }

    /** The field of this name; empty if our form has none. */
    static Optional<FormField> named(String name) {
        return Optional.ofNullable(LONGEST.get(name)).map(longest -> new FormField(name, longest));
    }

    /** Keeps what there is room for, and returns how many bytes that was. */
    int take(byte[] bytes, int length) {
        int fits = Math.min(length, longest - kept.size());
        if (fits < length) cut = true;
        kept.write(bytes, 0, fits);
        return fits;
    }

    /** The rest of it does not come. */
    void breakOff() {
        cut = true;
    }

    /** Whether more was sent than is held. */
    boolean isCut() {
        return cut;
    }

    String name() {
        return name;
    }

    /** What is held of it, without half a character at its end. */
    String text() {
        byte[] bytes = kept.toByteArray();
        int end = bytes.length;
        if (cut) while (end > 0 && (bytes[end - 1] & 0xc0) == 0x80) end--;
        if (cut && end > 0 && (bytes[end - 1] & 0xc0) == 0xc0) end--;
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        Arrays.fill(bytes, (byte) 0);
        kept.reset();
        return text;
    }

    private static final class Wiped extends ByteArrayOutputStream {
        @Override
        public synchronized void reset() {
            Arrays.fill(buf, (byte) 0);
            super.reset();
        }
    }
}
