package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.ExportSource;
import id.kulkul.crypto.log.InvalidEvidence;
import java.io.BufferedInputStream;
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

    /** Reads from a stream and closes it in the end. */
    public ExportFile(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    @Override
    public Optional<ExportLine> next() throws InvalidEvidence, IOException {
        int first = in.read();
        if (first < 0) return Optional.empty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        for (int b = first; b != '\n'; b = in.read()) {
            if (b < 0 || bytes.size() == LONGEST_LINE) throw new InvalidEvidence("malformed-line");
            bytes.write(b);
        }
        return Optional.of(line(bytes.toByteArray()));
    }

    private static ExportLine line(byte[] bytes) throws InvalidEvidence {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            ExportLine line = ExportLines.read(Json.parse(text));
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
