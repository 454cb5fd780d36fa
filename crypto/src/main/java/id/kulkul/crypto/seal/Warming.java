package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Exercises the ciphers on nothing of value. */
final class Warming {
    private static final int ROUNDS = 12;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    private Warming() {}

    static void run() {
        try (var reader = OpeningKey.random();
                var writer = SigningKey.random()) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS && System.nanoTime() - start < LONGEST_NANOS; i++) {
                file(reader);
                text(reader, writer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenFailed | Inconsistent | ForgedSender e) {
            throw new IllegalStateException("The ciphers of this platform do not work.", e);
        }
    }

    private static void file(OpeningKey reader) throws IOException, OpenFailed, Inconsistent {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(nowhere(Kind.ATTACHMENT), blob)) {
            stream.write(MEGABYTE, 0, MEGABYTE.length);
            try (var finished = stream.finish()) {
                var item = finished.to(audience(reader), Origin.SENDER);
                var in = new ByteArrayInputStream(blob.toByteArray());
                Opening.open(item.header(), item.stanzas().getFirst(), in, reader, OutputStream.nullOutputStream());
            }
        }
    }

    private static void text(OpeningKey reader, SigningKey writer) throws OpenFailed, Inconsistent, ForgedSender {
        var draft = Draft.of(Draft.MESSAGE, new byte[1024]);
        var parcel = Seal.signed(nowhere(Kind.MSG_TO_TEAM), draft, writer, audience(reader), Origin.SENDER);
        Opening.openSigned(parcel.header(), parcel.stanzas().getFirst(), parcel.blob(), reader)
                .by(writer.verifying());
    }

    private static Recipients audience(OpeningKey reader) {
        return new Recipients(Digest.ZERO, 0, List.of(reader.recipient()));
    }

    private static Context nowhere(Kind kind) {
        return new Context(kind, Hex16.ZERO, Hex16.ZERO, Hex16.ZERO, UUID.randomUUID(), 0, 0);
    }
}
