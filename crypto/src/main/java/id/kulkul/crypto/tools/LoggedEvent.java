package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventMeta;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import java.time.Instant;
import java.util.UUID;

/** An event as a server hands it over, with the proof that the open log holds exactly this one. */
record LoggedEvent(TlogProof proof, String payload) {

    /** The event and its proof, whose leaf is of these bytes; {@link #verify} tells whether the log holds it. */
    static LoggedEvent of(Json said) throws InvalidEvidence {
        TlogProof proof = TlogProof.parse(said.at("proof").utf8());
        byte[] payload = said.at("event").at("payload").base64();
        boolean its = proof.leaf().payloadSha256().equals(meta(said.at("event")).payloadSha256(payload));
        if (!its) throw new InvalidEvidence("other-event");
        return new LoggedEvent(proof, said.at("event").at("payload").utf8());
    }

    /** Whether it is of this aggregate type and event type. */
    boolean is(int aggregateType, int eventType) {
        LogLeaf leaf = proof.leaf();
        return leaf.aggType() == aggregateType && leaf.eventType() == eventType;
    }

    /** Whether it is the first of this aggregate. */
    boolean begins(UUID aggregate) {
        return proof.leaf().aggregate().equals(aggregate) && proof.leaf().sequence() == 0;
    }

    /**
     * Refuses what the open log of a tenant does not hold under its signatures and the policy's quorum; the time of the
     * proof's checkpoint.
     */
    Instant verify(UUID tenant, TrustPolicy policy) throws InvalidEvidence {
        Instant signedAt = proof.verify(
                policy.current(tenant, LogName.OPEN, proof.checkpoint().checkpoint()));
        if (!policy.quorumMet(proof.checkpoint())) throw new InvalidEvidence("no-quorum");
        return signedAt;
    }

    private static EventMeta meta(Json event) {
        return new EventMeta(
                Hex16.parse(event.at("eventId").text()),
                event.at("aggregateType").count(),
                Hex16.parse(event.at("aggregate").text()),
                event.at("sequence").number(),
                event.at("eventType").count(),
                event.at("revision").count(),
                Hex16.parse(event.at("actor").text()),
                event.at("timeMillis").number());
    }
}
