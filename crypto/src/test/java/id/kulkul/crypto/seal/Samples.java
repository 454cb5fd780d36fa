package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the tests of sealing have in common: places, keys and ready items. */
public final class Samples {
    public static final UUID TENANT = Hex16.parse("11111111111111111111111111111111");
    public static final UUID SCOPE = Hex16.parse("22222222222222222222222222222222");
    public static final UUID CASE = Hex16.parse("33333333333333333333333333333333");
    public static final UUID ITEM = Hex16.parse("44444444444444444444444444444444");
    public static final Digest MANIFEST = Digest.sha256("manifest".getBytes(StandardCharsets.US_ASCII));

    private Samples() {}

    public static Context context(Kind kind) {
        return new Context(kind, TENANT, SCOPE, CASE, ITEM, 1, 0);
    }

    public static byte[] filled(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    public static OpeningKey reader(int number) {
        return OpeningKey.of(filled(0xa0 + number));
    }

    public static SigningKey writer(int number) {
        return SigningKey.of(filled(0xc0 + number));
    }

    public static Recipients audience(int readers) {
        var recipients = IntStream.range(0, readers).mapToObj(i -> reader(i).recipient());
        return new Recipients(MANIFEST, 0, recipients.toList());
    }

    public static Stanza stanzaFor(OpeningKey reader, List<Stanza> stanzas) {
        return stanzas.stream()
                .filter(stanza -> stanza.keyId().equals(reader.recipient().keyId()))
                .findFirst()
                .orElseThrow();
    }

    /** A sealed file for the readers 0, 1, 2. */
    public static SealedFile file(byte[] plaintext) {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(context(Kind.ATTACHMENT), blob)) {
            stream.write(plaintext, 0, plaintext.length);
            try (var finished = stream.finish()) {
                return new SealedFile(finished.to(audience(3), Origin.SENDER), blob.toByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record SealedFile(SealedItem item, byte[] blob) {
        public byte[] open(OpeningKey reader) throws OpenFailed, Inconsistent {
            return open(item.header(), stanzaFor(reader, item.stanzas()), blob, reader);
        }

        public static byte[] open(ItemHeader header, Stanza stanza, byte[] blob, OpeningKey reader)
                throws OpenFailed, Inconsistent {
            var plain = new ByteArrayOutputStream();
            try {
                Opening.open(header, stanza, new ByteArrayInputStream(blob), reader, plain);
                return plain.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
