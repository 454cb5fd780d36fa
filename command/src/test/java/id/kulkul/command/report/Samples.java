package id.kulkul.command.report;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.WrapSuite;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** People, a channel and well-formed items to tell stories with. */
public final class Samples {
    public static final UUID TENANT = id(0x11);
    public static final UUID CHANNEL = id(0x22);
    public static final UUID AYU = id(0xa1);
    public static final UUID MADE = id(0xa2);
    public static final UUID KETUT = id(0xa3);
    public static final Digest MANIFEST = digest(7);
    public static final Sealing SEALING = new Sealing(TENANT, CHANNEL, 1, MANIFEST, 0, List.of(AYU, MADE), 3, 2);
    public static final Octets SIGNATURE = Octets.of(new byte[64]);
    public static final Digest REPORTER_KEYS = digest(9);
    public static final UUID NONCE = id(0x44);
    public static final ReportId REPORT = new ReportId(CaseIds.of(TENANT, REPORTER_KEYS, NONCE));

    private static final long SALT_COMMITMENT_TAGS = 24 + 32;

    private Samples() {}

    public static UUID id(long value) {
        return new UUID(value, value);
    }

    public static Digest digest(int value) {
        return Digest.sha256(new byte[] {(byte) value});
    }

    public static ItemHeader body() {
        return item(Kind.REPORT_BODY, 100, 0);
    }

    public static ItemHeader attachment(long item, long seq) {
        return item(Kind.ATTACHMENT, item, seq);
    }

    public static ItemHeader identity(long item, long seq) {
        return item(Kind.IDENTITY, item, seq);
    }

    public static ItemHeader question(long item, long seq) {
        return item(Kind.MSG_TO_REPORTER, item, seq);
    }

    public static ItemHeader note(long item, long seq) {
        return item(Kind.INTERNAL_NOTE, item, seq);
    }

    public static ItemHeader answer(long item, long seq) {
        return item(Kind.MSG_TO_TEAM, item, seq);
    }

    public static ItemHeader item(Kind kind, long item, long seq) {
        return item(new Context(kind, TENANT, CHANNEL, REPORT.value(), id(item), 1, seq), stanzas(kind));
    }

    public static ItemHeader item(Context context, int stanzas) {
        var shared = context.kind() == Kind.IDENTITY;
        return new ItemHeader(
                context,
                shared ? WrapSuite.SHARES : WrapSuite.EACH,
                MANIFEST,
                shared ? ItemHeader.ALL_SHARES : 0,
                length(context.kind()),
                digest(1),
                digest(2),
                shared ? 2 : 0,
                shared ? Collections.nCopies(3, digest(3)) : List.of(),
                stanzas,
                digest(4),
                Origin.SERVER);
    }

    private static int stanzas(Kind kind) {
        return kind == Kind.MSG_TO_REPORTER || kind == Kind.IDENTITY ? 3 : 2;
    }

    /** Salt, commitment, and chunks of 16 KiB with a tag of 16 bytes each; a full chunk is followed by an empty one. */
    private static long length(Kind kind) {
        var plain =
                switch (kind) {
                    case REPORT_BODY -> 32 * 1024L;
                    case ATTACHMENT -> 64 * 1024L;
                    case IDENTITY, INTERNAL_NOTE -> 8 * 1024L;
                    default -> 6 * 1024L;
                };
        return SALT_COMMITMENT_TAGS + plain + 16 * (plain / (16 * 1024) + 1);
    }
}
