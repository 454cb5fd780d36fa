package id.kulkul.crypto.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note (C2SP signed-note) read strictly: it is written again as the same characters or it is refused.
 *
 * @param text the signed text with its last newline
 */
record Note(String text, List<Line> lines) {

    static final int MOST_LINES = 64;

    /** What one byte can count, in UTF-8: names stand so in what cosigners sign. */
    static final int LONGEST_NAME = 255;

    private static final String DASH = "\u2014 ";

    /** A signature line as it stands, known or unknown. */
    static final class Line {
        private final String name;
        private final int keyId;
        private final byte[] signature;

        Line(String name, int keyId, byte[] signature) {
            this.name = name;
            this.keyId = keyId;
            this.signature = signature.clone();
        }

        static Line parse(String line) throws InvalidEvidence {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH) || !isKeyName(parts[1])) throw malformed();
            byte[] bytes = Base64Text.parse(parts[2], "malformed-note");
            if (bytes.length < 5) throw malformed();
            return new Line(parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
        }

        boolean isOf(VerifierKey key) {
            return keyId == key.id() && name.equals(key.name());
        }

        byte[] signature() {
            return signature.clone();
        }

        String text() {
            ByteBuffer bytes = ByteBuffer.allocate(4 + signature.length);
            return DASH + name + " "
                    + Base64Text.of(bytes.putInt(keyId).put(signature).array());
        }
    }

    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && name.codePoints().noneMatch(c -> c == '+' || c < 0x21 || c == 0x7f || isSpace(c));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\n') || c == 0x7f;
    }

    /** Splits at the last empty line. */
    static Note parse(String note) throws InvalidEvidence {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || note.chars().anyMatch(Note::isControl)) throw malformed();
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(blank + 2).split("\n", -1)) {
            if (line.isEmpty()) continue;
            if (lines.size() == MOST_LINES) throw malformed();
            lines.add(Line.parse(line));
        }
        Note read = new Note(note.substring(0, blank + 1), List.copyOf(lines));
        if (lines.isEmpty() || !read.written().equals(note)) throw malformed();
        return read;
    }

    String written() {
        StringBuilder out = new StringBuilder(text).append('\n');
        lines.forEach(line -> out.append(line.text()).append('\n'));
        return out.toString();
    }

    private static InvalidEvidence malformed() {
        return new InvalidEvidence("malformed-note");
    }
}
