package id.kulkul.web.log;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.web.page.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Hands over a public event with its bytes and its place in the open log, so that whoever asks need not believe the
 * server.
 */
@Component
class Provable {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Leaves leaves;

    Provable(Leaves leaves) {
        this.leaves = leaves;
    }

    /**
     * The event and its proof; until a checkpoint of the open log covers it, it is refused, since there is nothing to
     * trust.
     */
    Map<String, Object> event(StoredEvent stored) {
        try {
            EventRow row = stored.row();
            TlogProof proof = leaves.proof(LogName.OPEN, row.aggregate(), row.sequence())
                    .orElseThrow(() -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, "log/no-checkpoint"));
            return Map.of("proof", text(proof.text().getBytes(StandardCharsets.UTF_8)), "event", event(row));
        } catch (InvalidEvidence unreadable) {
            throw new IllegalStateException("A stored event cannot be read back", unreadable);
        }
    }

    private Map<String, Object> event(EventRow row) throws InvalidEvidence {
        return Map.of(
                "eventId", Hex16.of(row.eventId()),
                "aggregateType", row.type(leaves.types()).aggregate().code(),
                "aggregate", Hex16.of(row.aggregate()),
                "sequence", row.sequence(),
                "eventType", row.type(leaves.types()).code(),
                "revision", Integer.parseInt(row.revision()),
                "actor", Hex16.of(row.actor()),
                "timeMillis", row.timeMillis(),
                "payload", text(row.payload()));
    }

    private static String text(byte[] bytes) {
        return TEXT.encodeToString(bytes);
    }
}
