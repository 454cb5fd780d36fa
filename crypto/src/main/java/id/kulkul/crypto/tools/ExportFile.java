package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.ExportSource;
import id.kulkul.crypto.log.InvalidEvidence;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An export read line by line: UTF-8, LF after each line, at most 64 MiB a line, the first one being the head; a line
 * that would be written differently is none. Conversions of a whole file are undone and named, so that what was changed
 * before is still found: a verdict about a file with one is about what the file was, and the caller has to say so.
 */
public final class ExportFile implements ExportSource, Closeable {

    private static final int LONGEST_LINE = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final EnumSet<Conversion> conversions = EnumSet.noneOf(Conversion.class);
    private int at;
    private int filled;
    private boolean atFirst = true;
    private boolean isUnended;
    private boolean isCut;
    private @Nullable Foreign foreign;

    /** Reads from a stream and closes it in the end. */
    public ExportFile(InputStream in) {
        this.in = in;
    }

    /** Whatever was undone so far. */
    Set<Conversion> conversions() {
        return conversions;
    }

    /** What the file is where it is no export. */
    Optional<Foreign> foreign() {
        return Optional.ofNullable(foreign);
    }

    /** Whether it stops within a line. */
    boolean isCut() {
        return isCut;
    }

    @Override
    public Optional<ExportLine> next() throws InvalidEvidence, IOException {
        byte[] line = bytes();
        boolean isAfterBlank = line != null && line.length == 0;
        while (line != null && line.length == 0) line = bytes();
        if (line == null) {
            if (atFirst) foreign = Foreign.EMPTY;
            else if (isAfterBlank) conversions.add(Conversion.BLANK_LINES);
            return Optional.empty();
        }
        if (atFirst) requireHead(line);
        atFirst = false;
        if (isAfterBlank) throw new InvalidEvidence("malformed-line");
        Optional<ExportLine> read = read(line);
        if (isUnended) {
            isCut = read.isEmpty();
            if (!isCut) conversions.add(Conversion.LAST_LINE_BREAK);
        }
        return Optional.of(read.orElseThrow(() -> new InvalidEvidence(isCut ? "cut-line" : "malformed-line")));
    }

    private void requireHead(byte[] line) throws InvalidEvidence {
        String front = Foreign.front(line);
        if (Foreign.isNone(front)) return;
        foreign = Foreign.of(front);
        throw new InvalidEvidence("not-an-export");
    }

    /** The bytes of the next line; null after the last. */
    private byte @Nullable [] bytes() throws InvalidEvidence, IOException {
        if (at == filled && !fill()) return null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int end = newline();
        while (end == filled) {
            bytes.write(buffer, at, filled - at);
            if (bytes.size() > LONGEST_LINE) throw new InvalidEvidence("malformed-line");
            isUnended = !fill();
            if (isUnended) return unconverted(bytes);
            end = newline();
        }
        bytes.write(buffer, at, end - at);
        at = end + 1;
        if (bytes.size() > LONGEST_LINE) throw new InvalidEvidence("malformed-line");
        return unconverted(bytes);
    }

    private byte[] unconverted(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == '\r') length--;
        if (length == bytes.length) return bytes;
        conversions.add(Conversion.LINE_ENDS);
        return Arrays.copyOf(bytes, length);
    }

    private int newline() {
        int end = at;
        while (end < filled && buffer[end] != '\n') end++;
        return end;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static Optional<ExportLine> read(byte[] bytes) throws InvalidEvidence {
        try {
            ExportLine line = ExportLines.read(Json.parse(bytes));
            return Optional.of(line).filter(same -> Arrays.equals(same.text().getBytes(StandardCharsets.UTF_8), bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
