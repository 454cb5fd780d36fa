package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.InvalidEvidence;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that somebody kept or was given, opened once and read from front to end as UTF-8 without a byte order mark.
 * UTF-16 is told by its own byte order mark, or by a zero byte beside the first character; both are undone and named.
 */
final class Received implements Closeable {
    private static final int LONGEST_TEXT = 1 << 20;

    private final EnumSet<Conversion> conversions = EnumSet.noneOf(Conversion.class);
    private final BufferedInputStream in;

    /** Reads what a text means. */
    @FunctionalInterface
    interface Reading<T> {
        T of(String text) throws InvalidEvidence;
    }

    private Received(InputStream file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(file);
        int front = front(raw);
        boolean little = front >>> 8 == 0xfffe || (front >>> 8 & 0xff) == 0;
        boolean big = front >>> 8 == 0xfeff || front >>> 16 == 0;
        if (front == 0xefbbbf) {
            conversions.add(Conversion.BYTE_ORDER_MARK);
            raw.skipNBytes(3);
        } else if (little || big) {
            conversions.add(Conversion.UTF_16);
            if (front >>> 8 == 0xfffe || front >>> 8 == 0xfeff) raw.skipNBytes(2);
            in = new BufferedInputStream(
                    new Utf16Stream(raw, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
            return;
        }
        in = raw;
    }

    static Received open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return new Received(bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The first three bytes as one number; spaces stand for what a shorter file lacks. */
    private static int front(BufferedInputStream in) throws IOException {
        in.mark(3);
        byte[] bytes = in.readNBytes(3);
        in.reset();
        int front = 0;
        for (int i = 0; i < 3; i++) front = front << 8 | (i < bytes.length ? bytes[i] & 0xff : ' ');
        return front;
    }

    /** Whatever was undone so far. */
    Set<Conversion> conversions() {
        return conversions;
    }

    boolean isJson() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == '{';
    }

    InputStream bytes() {
        return in;
    }

    /**
     * Reads all of it, as it is or, where that means nothing, with its lines as they were before a conversion.
     *
     * @throws InvalidEvidence for more than a mebibyte, for another encoding, and where it means nothing either way
     */
    <T> T read(Reading<T> reading) throws IOException, InvalidEvidence {
        String text = text();
        try {
            return reading.of(text);
        } catch (InvalidEvidence e) {
            String before = unconverted(text);
            if (before.equals(text)) throw e;
            return reading.of(before);
        }
    }

    private String text() throws IOException, InvalidEvidence {
        byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
        if (bytes.length > LONGEST_TEXT) throw new InvalidEvidence("too-long");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidEvidence("not-utf-8");
        }
    }

    private String unconverted(String text) {
        String lines = text.replaceAll("\r+\n", "\n");
        if (!lines.equals(text)) conversions.add(Conversion.LINE_ENDS);
        String ended = lines.endsWith("\n") ? lines : lines + "\n";
        if (!ended.equals(lines)) conversions.add(Conversion.LAST_LINE_BREAK);
        String bare = ended.stripTrailing() + "\n";
        if (!bare.equals(ended)) conversions.add(Conversion.BLANK_LINES);
        return bare;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
