package id.kulkul.crypto.tools;

import id.kulkul.crypto.bench.Ratio;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.HistoryCheck;
import id.kulkul.crypto.log.Pins;
import id.kulkul.crypto.log.Verdict;
import id.kulkul.crypto.seal.ItemHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that the offline verifier checks (leaf, tree, sequence, rules, items), divided by SHA-256 over the same rows;
 * one core. A checkpoint is signed for 5,000 events, so that signatures, which cost as much as a hundred events each,
 * do not count.
 */
final class AuditBench {
    private static final int OF_A_CHECKPOINT = 5_000;
    /** The bytes of a row that its leaf hashes beside the payload. */
    private static final int META = 69;

    private final List<EventRow> rows = new ArrayList<>();
    private final List<ExportLine> lines = new ArrayList<>();
    private final byte[] file;

    AuditBench(int cases) throws Exception {
        var history = new History(Fixtures.KEYS, true);
        for (int i = 0; i < cases; i++) {
            ofOneCase(i).forEach(row -> {
                history.add(row);
                rows.add(row);
            });
            if (rows.size() % OF_A_CHECKPOINT == 0) history.checkpoint(rows.size() / OF_A_CHECKPOINT);
        }
        file = (String.join("\n", history.whole()) + "\n").getBytes(StandardCharsets.UTF_8);
        try (var export = new ExportFile(new ByteArrayInputStream(file))) {
            for (var line = export.next(); line.isPresent(); line = export.next()) lines.add(line.get());
        }
    }

    /** Arguments: rounds, cases of four events each, a multiple of 1,250. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        var bench = new AuditBench(Integer.parseInt(arguments[1]));
        Ratio.head();
        Ratio.line(
                "5", "verify an export in memory / SHA-256 of its rows", 0.25, rounds, bench::hashed, bench::verified);
        Ratio.line("5", "read and verify its file / SHA-256 of its rows", 0, rounds, bench::hashed, bench::read);
    }

    /** As many bytes, items and opened items as a case of the demonstration has. */
    private static List<EventRow> ofOneCase(int number) {
        return List.of(
                row(number, 0, "report-submitted", 430, History.item(number, 0), History.item(number, 1)),
                row(number, 1, "item-opened", 80),
                row(number, 2, "report-acknowledged", 38),
                row(number, 3, "reporter-asked", 340, History.item(number, 2)));
    }

    private static EventRow row(int report, int sequence, String name, int more, ItemHeader... items) {
        var row = History.row(History.report(report), sequence, name, Hex16.ZERO, 4 * report + sequence, items);
        return new EventRow(
                row.eventId(),
                row.aggregateType(),
                row.aggregate(),
                row.sequence(),
                row.name(),
                row.revision(),
                row.timeMillis(),
                payload(report, more, items),
                row.tenant(),
                row.actor(),
                row.salt(),
                row.subject());
    }

    private static byte[] payload(int report, int more, ItemHeader... items) {
        var json = new StringBuilder(
                "{\"report\":\"" + Hex16.of(new UUID(1, report)) + "\",\"more\":\"" + "m".repeat(more));
        json.append("\",\"items\":[");
        for (var item : items) {
            json.append(json.charAt(json.length() - 1) == '[' ? "\"" : ",\"")
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(item.encoded()))
                    .append('"');
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private long hashed() throws Exception {
        var meta = new byte[META];
        for (var row : rows) {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(meta);
            hash.update(row.payload());
            hash.digest();
        }
        return rows.size();
    }

    long verified() throws IOException {
        Iterator<ExportLine> next = lines.iterator();
        return events(check().check(() -> next.hasNext() ? Optional.of(next.next()) : Optional.empty()));
    }

    long read() throws IOException {
        try (var export = new ExportFile(new ByteArrayInputStream(file))) {
            return events(check().check(export));
        }
    }

    private static HistoryCheck check() {
        return new HistoryCheck(
                EventTypes.standard(), Optional.empty(), new Pins(), PayloadItems::of, (index, leaf) -> {});
    }

    private long events(Verdict verdict) {
        if (!verdict.isValid()) throw new IllegalStateException("not valid: " + verdict);
        return rows.size();
    }
}
