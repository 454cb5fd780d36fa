package id.kulkul.web.twin;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.threshold.ThresholdSeal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One thing to seal, drawn by lot: what kind, how long, from whom, to whom; the same lots in every run. */
record Lot(Context context, Text text, SigningKey signer, Digest manifest, int group, int m, List<OpeningKey> readers) {
    private static final List<Kind> KINDS = List.of(
            Kind.REPORT_BODY,
            Kind.MSG_TO_REPORTER,
            Kind.MSG_TO_TEAM,
            Kind.ATTACHMENT,
            Kind.IDENTITY,
            Kind.INTERNAL_NOTE);
    private static final Comparator<OpeningKey> BY_KEY_ID =
            Comparator.comparing(key -> key.recipient().keyId(), Hex16.ASCENDING);

    /** Random bytes to seal. */
    @SuppressWarnings("ArrayRecordComponent")
    record Text(byte[] bytes) {}

    /** What Java made of it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(SealedItem item, byte[] blob) {}

    static List<Lot> draw(int count, long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> draw(random)).limit(count).toList();
    }

    private static Lot draw(Random random) {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        var readers = Stream.generate(() -> OpeningKey.of(bytes(random, 32)))
                .limit(2 + random.nextInt(3))
                .sorted(BY_KEY_ID)
                .toList();
        return new Lot(
                place(kind, random),
                new Text(bytes(random, random.nextInt(kind == Kind.ATTACHMENT ? 100_000 : 5_900))),
                SigningKey.of(bytes(random, 32)),
                Digest.of(bytes(random, 32)),
                random.nextInt(32),
                kind == Kind.IDENTITY ? 2 + random.nextInt(readers.size() - 1) : 0,
                readers);
    }

    private static Context place(Kind kind, Random random) {
        var ids = Stream.generate(() -> Hex16.uuid(bytes(random, 16))).limit(4).toList();
        return new Context(
                kind, ids.get(0), ids.get(1), ids.get(2), ids.get(3), random.nextInt(1000), random.nextInt(1000));
    }

    private static byte[] bytes(Random random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    boolean isShared() {
        return m > 0;
    }

    boolean isFile() {
        return context.kind() == Kind.ATTACHMENT;
    }

    List<Recipient> recipients() {
        return readers.stream().map(OpeningKey::recipient).toList();
    }

    Made made() throws IOException {
        var audience = new Recipients(manifest, group, recipients());
        if (isFile()) return file(audience);
        var draft = Draft.of(type(), text.bytes().clone());
        var parcel = isShared()
                ? new ThresholdSeal(manifest, m, recipients()).seal(context, draft, signer, Origin.SENDER)
                : Seal.signed(context, draft, signer, audience, Origin.SENDER);
        return new Made(parcel.item(), parcel.blob());
    }

    private Made file(Recipients audience) throws IOException {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(context, blob)) {
            stream.write(text.bytes());
            try (var sealed = stream.finish()) {
                return new Made(sealed.to(audience, Origin.SENDER), blob.toByteArray());
            }
        }
    }

    private int type() {
        return switch (context.kind()) {
            case REPORT_BODY -> Draft.REPORT;
            case IDENTITY -> Draft.IDENTITY;
            default -> Draft.MESSAGE;
        };
    }
}
