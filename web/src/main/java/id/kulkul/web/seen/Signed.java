package id.kulkul.web.seen;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last signed state of one log.
 *
 * @param mark of the checkpoint, milliseconds since 1970
 * @param events how many events the history had with it
 */
record Signed(LogOrigin origin, long size, Digest root, long mark, long events) {
    private static final String TITLE = "kulkul seen 1";

    /** The file's text. */
    String text() {
        return String.join(
                "\n",
                TITLE,
                "origin " + origin.text(),
                "size " + size,
                "root " + root.hex(),
                "mark " + mark,
                "events " + events,
                "");
    }

    /** Reads the text of a file; anything else is an {@link IllegalArgumentException}. */
    static Signed parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 6 || !lines.getFirst().equals(TITLE) || !text.endsWith("\n"))
            throw new IllegalArgumentException("not a signed state");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines.subList(1, 6)) {
            String[] parts = line.split(" ", 2);
            fields.put(parts[0], parts[parts.length - 1]);
        }
        return new Signed(
                origin(field(fields, "origin")),
                Long.parseLong(field(fields, "size")),
                Digest.parse(field(fields, "root")),
                Long.parseLong(field(fields, "mark")),
                Long.parseLong(field(fields, "events")));
    }

    private static LogOrigin origin(String line) {
        try {
            return LogOrigin.parse(line);
        } catch (InvalidEvidence e) {
            throw new IllegalArgumentException("no origin", e);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) throw new IllegalArgumentException("no " + name);
        return value;
    }
}
