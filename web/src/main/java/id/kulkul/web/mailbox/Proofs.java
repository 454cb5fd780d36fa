package id.kulkul.web.mailbox;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.query.audit.Leaves;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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

    private final Boxes boxes;
    private final Leaves leaves;

    Proofs(Boxes boxes, Leaves leaves) {
        this.boxes = boxes;
        this.leaves = leaves;
    }

    /** The proof for the report of a receipt, or {@link #NONE}. */
    Mono<String> of(String typed) {
        return Mono.using(
                () -> Receipt.ofTyped(typed),
                receipt -> Mono.using(
                        receipt::keys,
                        keys -> boxes.reporter(keys)
                                .map(reporter -> leaves.proof(LogName.WBS, reporter.caseId(), 0)
                                        .map(TlogProof::text)
                                        .orElse(NONE))
                                .defaultIfEmpty(NONE),
                        ReceiptKeys::close),
                Receipt::close);
    }

    /** Exactly {@link #SIZE} bytes: the text, then line feeds. */
    static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > SIZE) throw new IllegalStateException("A proof exceeds the size that all proofs have");
        byte[] padded = Arrays.copyOf(bytes, SIZE);
        Arrays.fill(padded, bytes.length, SIZE, (byte) '\n');
        return padded;
    }
}
