package id.kulkul.web.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestSignatures;
import id.kulkul.crypto.log.EventMeta;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.TlogProof;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a server says of a list of recipients, which a test may change before it is said. */
final class Published {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int CHANNEL = 2;
    private static final int MANIFEST_PUBLISHED = 2;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Published() {}

    /** All of it true: signed by the root, and the fourth of five leaves of the log. */
    static Published truly(Office office, Manifest manifest) {
        return by(office.root, office.log, office.policy, manifest);
    }

    /** The same, as the log said it at that time. */
    static Published truly(Office office, Manifest manifest, Instant signedAt) {
        return by(office.root, office.log, office.policy, manifest, signedAt);
    }

    static Published by(HybridKey root, LogKeys log, String policy, Manifest manifest) {
        return by(root, log, policy, manifest, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** All of it true but for the lists that the log names as those in force. */
    static Published naming(Office office, Manifest manifest, ListsInForce lists) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return by(office.root, office.log, office.policy, manifest, now, lists);
    }

    /** True in all, until whoever has the log's classical key alone let it name that list. */
    static Published classicallyNaming(Office office, Manifest manifest, Digest other) {
        Published truth = naming(office, manifest, ListsInForce.NONE.with(manifest.scope(), other));
        String proof =
                new String(Base64.getUrlDecoder().decode(truth.field("proof").toString()), StandardCharsets.UTF_8);
        String checkpoint = proof.substring(proof.indexOf("\n\n") + 2);
        String[] note = checkpoint.replace(other.hex(), manifest.digest().hex()).split("\n\n", 2);
        byte[] signature = office.log.ed25519().sign(Office.utf8(note[0] + "\n"));
        ByteBuffer line = ByteBuffer.allocate(4 + signature.length)
                .putInt(office.log.verifier().ed25519().id())
                .put(signature);
        String first = "\u2014 " + office.log.origin().text() + " "
                + Base64.getEncoder().encodeToString(line.array());
        String forged = note[0] + "\n\n" + first + note[1].substring(note[1].indexOf('\n'));
        return truth.with("proof", text(Office.utf8(proof.replace(checkpoint, forged))));
    }

    private static Published by(HybridKey root, LogKeys log, String policy, Manifest manifest, Instant signedAt) {
        ListsInForce lists = ListsInForce.NONE.with(manifest.scope(), manifest.digest());
        return by(root, log, policy, manifest, signedAt, lists);
    }

    private static Published by(
            HybridKey root, LogKeys log, String policy, Manifest manifest, Instant signedAt, ListsInForce lists) {
        var signatures = ManifestSignatures.sign(manifest, root);
        var published = new Published();
        var payload = Office.utf8("{\"manifest\":\"" + text(manifest.encoded()) + "\"}");
        var meta = new EventMeta(
                UUID.randomUUID(),
                CHANNEL,
                manifest.scope(),
                0,
                MANIFEST_PUBLISHED,
                1,
                UUID.randomUUID(),
                1764000000000L);
        published.fields.put("manifest", text(manifest.encoded()));
        published.fields.put("ed25519", text(signatures.ed25519()));
        published.fields.put("mldsa44", text(signatures.mldsa44()));
        var key = root.publicKey();
        published.fields.put("root", Map.of("ed25519", text(key.ed25519()), "mldsa44", text(key.mldsa44())));
        published.fields.put("policy", text(Office.utf8(policy)));
        published.fields.put(
                "proof",
                text(proof(log, manifest, meta, payload, signedAt, lists).bytes()));
        published.fields.put("event", event(meta, payload));
        return published;
    }

    /** The same with one field said otherwise. */
    Published with(String field, Object value) {
        var other = new Published();
        other.fields.putAll(fields);
        other.fields.put(field, value);
        return other;
    }

    Object field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static TlogProof proof(
            LogKeys log, Manifest manifest, EventMeta meta, byte[] payload, Instant signedAt, ListsInForce lists) {
        var leaf = new LogLeaf(
                manifest.tenant(),
                meta.aggType(),
                meta.aggregate(),
                meta.sequence(),
                meta.eventType(),
                meta.timeMillis() / 3_600_000,
                UUID.randomUUID(),
                meta.payloadSha256(payload),
                Digest.ZERO);
        var tree = new MerkleTree();
        for (int i = 0; i < 5; i++) tree.append(i == 3 ? leaf.hash() : Digest.sha256(new byte[] {(byte) i}));
        var checkpoint = log.sign(5, tree.root(5), signedAt, lists);
        return new TlogProof(leaf, 3, tree.inclusion(3, 5), checkpoint);
    }

    private static Map<String, Object> event(EventMeta meta, byte[] payload) {
        return Map.of(
                "eventId", Hex16.of(meta.eventId()),
                "aggregateType", meta.aggType(),
                "aggregate", Hex16.of(meta.aggregate()),
                "sequence", meta.sequence(),
                "eventType", meta.eventType(),
                "revision", meta.revision(),
                "actor", Hex16.of(meta.actor()),
                "timeMillis", meta.timeMillis(),
                "payload", text(payload));
    }
}
