package id.kulkul.web.mailbox;

import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.query.audit.Leaves;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The proof that a report is in the history, as a C2SP tlog-proof file whose rest is empty lines. */
@Component
class Proofs {
    /** Bytes of every answer. */
    static final int SIZE = 16_384;

    /** What is answered where there is nothing to prove yet. */
    static final String NONE = """
            Bukti belum tersedia. Coba lagi setelah titik periksa berikutnya.
            The proof is not available yet. Try again after the next checkpoint.
            """;

    /**
     * A proof with what the reporter signed when the report was sent, by which a browser that kept nothing knows its
     * own items again.
     *
     * @param proof the file's text; empty where there is nothing to prove yet
     * @param headers of the submission, in order, base64url
     * @param signature over them, base64url
     */
    record Submitted(String proof, List<String> headers, String signature) {
        static final Submitted NOTHING = new Submitted("", List.of(), "");
    }

    private final Boxes boxes;
    private final Leaves leaves;
    private final EventStore history;
    private final Scheduler sealing;

    Proofs(Boxes boxes, Leaves leaves, EventStore history, Scheduler sealing) {
        this.boxes = boxes;
        this.leaves = leaves;
        this.history = history;
        this.sealing = sealing;
    }

    /** The proof for the report of a receipt, or {@link #NONE}. */
    Mono<String> of(String typed) {
        return Mono.using(
                () -> Receipt.ofTyped(typed),
                receipt -> Mono.using(
                        receipt::keys,
                        keys -> boxes.reporter(keys.lookup())
                                .map(reporter -> proof(reporter.caseId()))
                                .map(proof -> proof.isEmpty() ? NONE : proof)
                                .defaultIfEmpty(NONE),
                        ReceiptKeys::close),
                Receipt::close);
    }

    /**
     * The proof for the report of a look-up key, with what was signed; the same for an unknown one and for a report
     * that no checkpoint covers yet.
     */
    Mono<Submitted> submitted(byte[] lookup) {
        return boxes.row(lookup)
                .publishOn(sealing)
                .map(row -> submitted(row.report()))
                .defaultIfEmpty(Submitted.NOTHING);
    }

    private Submitted submitted(ReportId report) {
        var first = history.readEvents(report.toString()).peek().getPayload();
        if (!(first instanceof ReportSubmitted event)) return Submitted.NOTHING;
        return new Submitted(
                proof(report.value()),
                event.items().stream().map(header -> text(header.encoded())).toList(),
                text(event.signature().bytes()));
    }

    private String proof(UUID report) {
        return leaves.proof(LogName.WBS, report, 0).map(TlogProof::text).orElse("");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Exactly {@link #SIZE} bytes: the text, then line feeds. */
    static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > SIZE) throw new IllegalStateException("A proof exceeds the size that all proofs have");
        byte[] padded = Arrays.copyOf(bytes, SIZE);
        Arrays.fill(padded, bytes.length, SIZE, (byte) '\n');
        return padded;
    }
}
