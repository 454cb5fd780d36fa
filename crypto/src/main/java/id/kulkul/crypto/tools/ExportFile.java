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
import java.util.Optional;

/** An export read line by line; a line that would be written differently is none. */
public final class ExportFile implements ExportSource, Closeable {

    private static final int LONGEST_LINE = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    /** Reads from a stream and closes it in the end. */
    public ExportFile(InputStream in) {
        this.in = in;
    }

    @Override
    public Optional<ExportLine> next() throws InvalidEvidence, IOException {
        if (at == filled && !fill()) return Optional.empty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int end = newline();
        while (end == filled) {
            bytes.write(buffer, at, filled - at);
            if (bytes.size() > LONGEST_LINE || !fill()) throw new InvalidEvidence("malformed-line");
            end = newline();
        }
        bytes.write(buffer, at, end - at);
        at = end + 1;
        if (bytes.size() > LONGEST_LINE) throw new InvalidEvidence("malformed-line");
        return Optional.of(line(bytes.toByteArray()));
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

    private static ExportLine line(byte[] bytes) throws InvalidEvidence {
        try {
            ExportLine line = ExportLines.read(Json.parse(bytes));
            if (Arrays.equals(line.text().getBytes(StandardCharsets.UTF_8), bytes)) return line;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidEvidence("malformed-line");
        }
        throw new InvalidEvidence("malformed-line");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
