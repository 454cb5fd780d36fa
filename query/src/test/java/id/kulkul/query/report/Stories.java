package id.kulkul.query.report;

import id.kulkul.command.report.DeclineReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.WrapSuite;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A channel with two readers, and items as they arrive. */
public final class Stories {
    public static final UUID TENANT = id(0x11);
    public static final UUID CHANNEL = id(0x22);
    public static final UUID AYU = id(0xa1);
    public static final UUID MADE = id(0xa2);
    public static final UUID KETUT = id(0xa3);
    public static final Sealing SEALING = new Sealing(TENANT, CHANNEL, 1, digest(7), 0, List.of(AYU, MADE), 3, 2);
    public static final UUID NONCE = id(0x44);
    public static final Octets SIGNATURE = Octets.of(new byte[64]);
    /** A Monday morning in Bali. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private Stories() {}

    public static UUID id(long value) {
        return new UUID(value, value);
    }

    public static Digest digest(int value) {
        return Digest.sha256(new byte[] {(byte) value});
    }

    public static ReportId report(int number) {
        return new ReportId(id(1000 + number));
    }

    /** The id that the reporter's keys give. */
    public static ReportId named() {
        return new ReportId(CaseIds.of(TENANT, digest(9), NONCE));
    }

    public static ReportSubmitted submitted(ReportId report) {
        return new ReportSubmitted(
                report,
                "wbs-2026.1",
                "bribery",
                SEALING,
                NONCE,
                List.of(item(report, Kind.REPORT_BODY, 100, 0)),
                digest(9),
                SIGNATURE,
                ReportOrigin.OWN);
    }

    public static ReporterAsked asked(ReportId report, UUID by, long item, long seq) {
        return new ReporterAsked(report, by, SEALING, List.of(item(report, Kind.MSG_TO_REPORTER, item, seq)));
    }

    public static ReporterReplied replied(ReportId report, long item, long seq) {
        return new ReporterReplied(report, SEALING, List.of(item(report, Kind.MSG_TO_TEAM, item, seq)), SIGNATURE);
    }

    public static ItemHeader item(ReportId report, Kind kind, long item, long seq) {
        var length = kind == Kind.REPORT_BODY ? 32 * 1024L + 16 * 3 : 6 * 1024L + 16;
        return new ItemHeader(
                new Context(kind, TENANT, CHANNEL, report.value(), id(item), 1, seq),
                WrapSuite.EACH,
                digest(7),
                0,
                56 + length,
                digest(1),
                digest(2),
                0,
                List.of(),
                kind == Kind.MSG_TO_REPORTER ? 3 : 2,
                digest(4),
                Origin.SERVER);
    }

    /** What happens to one report from the submission to an answered question. */
    public static List<ReportEvent> dialogue(ReportId report) {
        return List.of(
                submitted(report),
                new ItemOpened(report, id(100), AYU),
                new ReportAcknowledged(report, AYU),
                asked(report, AYU, 201, 0),
                replied(report, 301, 1));
    }

    /** What happens to one report that is refused and closed. */
    static List<ReportEvent> refused(ReportId report) {
        return List.of(
                submitted(report),
                new ReportAcknowledged(report, AYU),
                declined(report),
                new ReportClosed(report, AYU, Lesson.NONE));
    }

    static ReportDeclined declined(ReportId report) {
        return new ReportDeclined(
                report,
                AYU,
                DeclineReason.OUTSIDE_JURISDICTION,
                SEALING,
                List.of(item(report, Kind.MSG_TO_REPORTER, 401, 0)));
    }
}
