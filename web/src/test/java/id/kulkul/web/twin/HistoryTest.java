package id.kulkul.web.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.log.VerifierKey;
import id.kulkul.web.browser.Chromium;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class HistoryTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Instant MARK = Instant.parse("2026-11-24T08:00:00Z");
    private static final Digest SUBJECT = Digest.sha256(new byte[] {7});
    private static final int SIZE = 17;
    private static final String CALL =
            "async ([work, given]) => (await import('/twin/history.js'))[work](await import('/static/js/staff.js'), given)";

    private final Site site = new Site();
    private final LogKeys log = LogKeys.generate(new LogOrigin(Office.TENANT, LogName.WBS), new SecureRandom());
    private final LogLeaf leaf =
            new LogLeaf(Office.TENANT, 1, Office.REPORT, 0, 20, 490_000, UUID.randomUUID(), Digest.sha256(), SUBJECT);
    private final MerkleTree tree = new MerkleTree();

    HistoryTest() {
        for (int i = 0; i < SIZE; i++) tree.append(i == 5 ? leaf.hash() : Digest.sha256(new byte[] {(byte) i}));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private SignedCheckpoint checkpoint() {
        return log.sign(SIZE, tree.root(SIZE), MARK);
    }

    private String proof() {
        return new TlogProof(leaf, 5, tree.inclusion(5, SIZE), checkpoint()).text();
    }

    private String policy() {
        return TrustPolicy.withoutWitnesses(List.of(log));
    }

    private Object call(Page page, String work, Object given) {
        page.navigate(site.at("/kosong"));
        return page.evaluate(CALL, List.of(work, given));
    }

    private Object judged(Page page, String proof, String policy) {
        var given = Map.of("proof", hex(proof), "policy", hex(policy), "subject", SUBJECT.hex());
        return call(page, "judge", given);
    }

    private static String hex(String text) {
        return HEX.formatHex(Office.utf8(text));
    }

    private static List<String> hex(List<Digest> path) {
        return path.stream().map(Digest::hex).toList();
    }

    @Test
    void paths_of_inclusion_hold_in_every_small_tree_and_no_changed_one_does(Page page) {
        var cases = new ArrayList<Map<String, Object>>();
        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                cases.add(Map.of(
                        "leaf", tree.leaf(index).hex(),
                        "index", index,
                        "size", size,
                        "path", hex(tree.inclusion(index, size)),
                        "root", tree.root(size).hex()));
            }
        }
        assertThat(call(page, "inclusions", cases)).isEqualTo(0);
    }

    @Test
    void proofs_of_consistency_hold_between_every_two_sizes_and_no_changed_one_does(Page page) {
        var cases = new ArrayList<Map<String, Object>>();
        for (int second = 1; second <= SIZE; second++) {
            for (int first = 1; first <= second; first++) {
                cases.add(Map.of(
                        "first", first,
                        "firstRoot", tree.root(first).hex(),
                        "second", second,
                        "secondRoot", tree.root(second).hex(),
                        "path", hex(tree.consistency(first, second))));
            }
        }
        assertThat(call(page, "consistencies", cases)).isEqualTo(0);
    }

    @Test
    void a_proof_shows_the_place_of_what_was_handed_in(Page page) {
        assertThat(judged(page, proof(), policy())).isEqualTo(5);
    }

    @Test
    void a_proof_about_something_else_shows_nothing(Page page) {
        var given = Map.of("proof", hex(proof()), "policy", hex(policy()), "subject", Digest.ZERO.hex());
        assertThat(call(page, "judge", given)).isEqualTo("OTHER_SUBJECT");
        var moved = proof().replace("index 5\n", "index 4\n");
        assertThat(judged(page, moved, policy())).isEqualTo("NOT_INCLUDED");
        assertThat(judged(page, proof().replace("tlog-proof@v1", "tlog-proof@v2"), policy()))
                .isEqualTo("BAD_PROOF");
    }

    @Test
    void one_of_two_signatures_is_none(Page page) {
        var lines = proof().lines().toList();
        int last = lines.size() - 1;
        for (int dropped : List.of(last - 1, last)) {
            var kept = new ArrayList<>(lines);
            kept.remove(dropped);
            assertThat(judged(page, String.join("\n", kept) + "\n", policy())).isEqualTo("UNSIGNED_CHECKPOINT");
        }
    }

    @Test
    void a_false_signature_another_origin_or_another_log_is_refused(Page page) {
        var other = LogKeys.generate(log.origin(), new SecureRandom());
        assertThat(judged(page, proof(), TrustPolicy.withoutWitnesses(List.of(other))))
                .isEqualTo("UNSIGNED_CHECKPOINT");
        var open = LogKeys.generate(new LogOrigin(Office.TENANT, LogName.OPEN), new SecureRandom());
        assertThat(judged(page, proof(), TrustPolicy.withoutWitnesses(List.of(open))))
                .isEqualTo("UNSIGNED_CHECKPOINT");
        var grown = proof().replace("\n" + SIZE + "\n", "\n18\n");
        assertThat(judged(page, grown, policy())).isEqualTo("BAD_SIGNATURE");
        assertThat(judged(page, proof(), "quorum none\n")).isEqualTo("UNSIGNED_CHECKPOINT");
        assertThat(judged(page, proof(), log.policyLines())).isEqualTo("BAD_POLICY");
        assertThat(judged(page, proof(), log.policyLines() + log.policyLines() + "quorum none\n"))
                .isEqualTo("BAD_POLICY");
    }

    private String proofIn(LogOrigin origin) {
        return new TlogProof(leaf, 5, tree.inclusion(5, SIZE), log.in(origin).sign(SIZE, tree.root(SIZE), MARK)).text();
    }

    @Test
    void the_keys_of_a_policy_sign_in_later_origins_of_their_log_and_a_closed_one_is_refused(Page page)
            throws InvalidEvidence {
        var second = log.origin().next();
        assertThat(judged(page, proofIn(second), policy())).isEqualTo(5);
        var confirmed = TrustPolicy.parse(policy()).restored(second);
        assertThat(judged(page, proofIn(second), confirmed)).isEqualTo(5);
        assertThat(judged(page, proofIn(second.next()), confirmed)).isEqualTo(5);
        assertThat(judged(page, proof(), confirmed)).isEqualTo("CLOSED_ORIGIN");
        var other = LogKeys.generate(log.origin(), new SecureRandom());
        assertThat(judged(page, proofIn(second), TrustPolicy.withoutWitnesses(List.of(other))))
                .isEqualTo("UNSIGNED_CHECKPOINT");
        var renamed = proof().replace(log.origin().text(), second.text());
        assertThat(judged(page, renamed, policy())).isEqualTo("UNSIGNED_CHECKPOINT");
    }

    @Test
    void an_origin_line_has_one_form_and_every_other_line_is_a_log_of_its_own(Page page) {
        String first = log.origin().text();
        for (String line : List.of(first, first + "/2", first + "/999999"))
            assertThat(call(page, "origin", line)).isEqualTo(first + " " + (line.equals(first) ? 1 : number(line)));
        for (String line : List.of(first + "/1", first + "/02", first + "/1000000", first + "/2/", "example.com/log/2"))
            assertThat(call(page, "origin", line)).isEqualTo(line + " 1");
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf('/') + 1));
    }

    @Test
    void a_quorum_of_witnesses_is_waited_for(Page page) {
        var witnesses = List.of("w0", "w1", "w2").stream().map(Witness::new).toList();
        var policy = new StringBuilder(log.policyLines());
        witnesses.forEach(witness -> policy.append(witness.policyLine()));
        policy.append("group most 2 w0 w1 w2\nquorum most\n");
        assertThat(judged(page, proof(), policy.toString())).isEqualTo("NO_QUORUM");
        var one = proof() + witnesses.get(0).line(checkpoint(), MARK.getEpochSecond());
        assertThat(judged(page, one, policy.toString())).isEqualTo("NO_QUORUM");
        var two = one + witnesses.get(2).line(checkpoint(), MARK.getEpochSecond() + 1);
        assertThat(judged(page, two, policy.toString())).isEqualTo(5);
        var timeless = one + witnesses.get(2).line(checkpoint(), 0);
        assertThat(judged(page, timeless, policy.toString())).isEqualTo("BAD_SIGNATURE");
    }

    @Test
    void a_promise_holds_for_its_leaf_and_log_alone(Page page) {
        var promise = log.promise(leaf.hash(), 490_001);
        assertThat(call(page, "promise", promised(promise.encoded(), log))).isEqualTo(true);
        var later = promise.encoded();
        later[35] ^= 1;
        assertThat(call(page, "promise", promised(later, log))).isEqualTo(false);
        var other = LogKeys.generate(log.origin(), new SecureRandom());
        assertThat(call(page, "promise", promised(promise.encoded(), other))).isEqualTo(false);
    }

    private static Map<String, String> promised(byte[] promise, LogKeys log) {
        return Map.of(
                "promise", HEX.formatHex(promise),
                "ed25519", HEX.formatHex(log.verifier().ed25519().key()),
                "mldsa44", HEX.formatHex(log.verifier().mldsa44().key()));
    }

    /** Somebody who cosigns checkpoints (C2SP tlog-cosignature, ML-DSA-44). */
    private record Witness(String name, HybridKey key) {
        Witness(String name) {
            this(name, HybridKey.generate(new SecureRandom()));
        }

        VerifierKey verifier() {
            return new VerifierKey(
                    name,
                    VerifierKey.Type.COSIGNATURE_ML_DSA_44,
                    key.publicKey().mldsa44());
        }

        String policyLine() {
            return "witness " + name + " " + verifier().text() + "\n";
        }

        String line(SignedCheckpoint signed, long seconds) {
            var checkpoint = signed.checkpoint();
            var message = new StructWriter(
                            14 + name.length() + 8 + checkpoint.origin().length() + 48)
                    .ascii("subtree/v1\n\0")
                    .u8(name.length())
                    .ascii(name)
                    .u64(seconds)
                    .u8(checkpoint.origin().length())
                    .ascii(checkpoint.origin())
                    .u64(0)
                    .u64(checkpoint.size())
                    .digest(checkpoint.root())
                    .bytes();
            var line = new StructWriter(4 + 8 + 2420)
                    .u32(verifier().id() & 0xffff_ffffL)
                    .u64(seconds)
                    .raw(key.signMlDsa44(message))
                    .bytes();
            return "— " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
        }
    }
}
