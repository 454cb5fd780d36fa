package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeavesTest {

    private static final UUID FIRST = new UUID(0xca5e, 1);
    private static final Marks OPEN = Marks.standard(LogName.OPEN);
    private final Office office = Office.busy();

    @Test
    void a_log_holds_its_own_events_and_padding_and_nothing_that_no_checkpoint_covers() {
        assertThat(office.leaves.size(LogName.WBS)).isEqualTo(24);
        assertThat(office.leaves.size(LogName.OPEN)).isEqualTo(3);
        assertThat(office.leaves.size(LogName.BIDS)).isZero();
        assertThat(office.leaves.leafIndexOf(LogName.WBS, FIRST, 2)).hasValue(new LeafIndex(LogName.WBS, 9));
        assertThat(office.leaves.leafIndexOf(LogName.WBS, FIRST, 3)).isEmpty();
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 3), 1))
                .isEmpty();
        assertThat(office.leaves.position(new LeafIndex(LogName.WBS, 9))).hasValue(new Position(8));
        assertThat(office.leaves.position(new LeafIndex(LogName.WBS, 7))).isEmpty();
        assertThatThrownBy(() -> office.leaves.position(new LeafIndex(LogName.WBS, 24)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(office.leaves.moment(new LeafIndex(LogName.WBS, 1))).hasValue(new Position(3));
        assertThat(office.leaves.moment(new LeafIndex(LogName.WBS, 7))).hasValue(new Position(3));
        assertThat(office.leaves.moment(new LeafIndex(LogName.WBS, 8))).hasValue(new Position(6));
        assertThat(office.leaves.moment(new LeafIndex(LogName.WBS, 23))).hasValue(new Position(9));
        assertThat(office.leaves.coveredUpTo(LogName.WBS)).isEqualTo(new Position(9));
        assertThat(office.leaves.coveredUpTo(LogName.BIDS)).isEqualTo(Position.BEFORE_FIRST);
    }

    @Test
    void every_stored_checkpoint_is_signed_for_the_tree_and_follows_the_one_before() throws InvalidEvidence {
        RecordedCheckpoint first =
                office.leaves.firstCovering(new LeafIndex(LogName.WBS, 0)).orElseThrow();
        RecordedCheckpoint last =
                office.leaves.firstCovering(new LeafIndex(LogName.WBS, 23)).orElseThrow();
        assertThat(first.size()).isEqualTo(8);
        assertThat(last.size()).isEqualTo(24);
        assertThat(office.leaves.sizeCovering(LogName.WBS, new UUID(0xca5e, 1), 0))
                .hasValue(8);
        assertThat(office.leaves.sizeCovering(LogName.WBS, new UUID(0xca5e, 99), 0))
                .isEmpty();
        assertThat(last.padCount()).isEqualTo(8);
        assertThat(office.leaves.latest(LogName.WBS)).contains(last);
        SignedCheckpoint.parse(last.note()).verify(Office.keys(LogName.WBS).verifier());
        assertThat(MerkleProofs.consistent(
                        8, first.root(), 24, last.root(), office.leaves.consistency(LogName.WBS, 8, 24)))
                .isTrue();
    }

    @Test
    void a_restart_gives_the_same_logs_and_the_same_next_cut() {
        Leaves again = office.restarted();
        for (LogName log : LogName.values()) {
            assertThat(again.latest(log)).isEqualTo(office.leaves.latest(log));
            assertThat(again.size(log)).isEqualTo(office.leaves.size(log));
        }
        Cut before = office.cut(LogName.WBS).orElseThrow();
        Cut after = again.cut(LogName.WBS, before.mark(), Marks.standard(LogName.WBS))
                .orElseThrow();
        assertThat(after.leaves()).isEqualTo(before.leaves());
        assertThat(after.size()).isEqualTo(before.size());
        assertThat(after.padSeed()).isNotEqualTo(before.padSeed());
    }

    @Test
    void a_log_signed_again_at_its_size_keeps_its_tree_and_names_the_first_checkpoint_of_a_leaf() {
        RecordedCheckpoint first = office.leaves.latest(LogName.OPEN).orElseThrow();
        for (int hours = 1; hours <= 5; hours++) {
            Cut again = office.leaves
                    .cut(LogName.OPEN, Instant.ofEpochMilli(first.mark()).plusSeconds(3600L * hours), OPEN)
                    .orElseThrow();
            assertThat(again.size()).isEqualTo(first.size());
            assertThat(again.root()).isEqualTo(first.root());
            assertThat(again.leaves()).isEmpty();
            office.store(again);
        }
        office.restart();
        assertThat(office.leaves.damage(LogName.OPEN)).isEmpty();
        assertThat(office.leaves.latest(LogName.OPEN).orElseThrow().mark()).isEqualTo(first.mark() + 5 * 3_600_000);
        assertThat(office.leaves.firstCovering(new LeafIndex(LogName.OPEN, first.size() - 1)))
                .contains(first);
        assertThat(office.leaves.consistency(LogName.OPEN, first.size(), first.size()))
                .isEmpty();
    }

    @Test
    void a_log_whose_clock_went_back_is_covered_on() {
        Instant last = office.leaves.lastMark(LogName.WBS).orElseThrow();
        Instant now = last.minus(Duration.ofDays(3));
        Marks marks = Marks.standard(LogName.WBS);
        assertThat(office.leaves.cut(LogName.WBS, marks.last(now), marks)).isEmpty();
        Instant mark = Marks.onwards(marks.last(now), Optional.of(last), now);
        office.store(office.leaves.cut(LogName.WBS, mark, marks).orElseThrow());
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 3), 1))
                .isPresent();
    }

    @Test
    void before_the_first_event_there_is_no_moment() {
        Office quiet = new Office();
        quiet.checkpoint(LogName.WBS);
        assertThat(quiet.leaves.size(LogName.WBS)).isEqualTo(8);
        assertThat(quiet.leaves.moment(new LeafIndex(LogName.WBS, 7))).isEmpty();
        assertThat(quiet.leaves.position(new LeafIndex(LogName.WBS, 0))).isEmpty();
    }

    @Test
    void a_cut_changes_nothing_until_it_is_stored() {
        Cut cut = office.cut(LogName.WBS).orElseThrow();
        assertThat(office.leaves.size(LogName.WBS)).isEqualTo(24);
        office.store(cut);
        assertThat(office.leaves.size(LogName.WBS)).isEqualTo(32);
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 3), 1))
                .hasValue(new LeafIndex(LogName.WBS, 24));
    }

    @Test
    void an_event_stored_after_the_cut_waits_for_the_next_one() {
        Cut cut = office.cut(LogName.WBS).orElseThrow();
        office.rows.report(3, "report-acknowledged");
        office.store(cut);
        assertThat(office.leaves.size(LogName.WBS)).isEqualTo(32);
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 3), 2))
                .isEmpty();
        office.checkpoint(LogName.WBS);
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 3), 2))
                .hasValue(new LeafIndex(LogName.WBS, 32));
    }

    @Test
    void an_open_mark_without_news_or_a_mark_in_the_past_makes_no_checkpoint() {
        assertThat(office.cut(LogName.OPEN)).isEmpty();
        assertThat(office.leaves.cut(LogName.WBS, Rows.START, Marks.standard(LogName.WBS)))
                .isEmpty();
    }

    @Test
    void a_receipt_verifies_and_says_which_event_it_is_for() throws InvalidEvidence {
        TlogProof receipt = office.leaves.proof(LogName.WBS, FIRST, 2).orElseThrow();
        TlogProof.parse(receipt.text()).verify(Office.keys(LogName.WBS).verifier());
        assertThat(receipt.index()).isEqualTo(9);
        assertThat(receipt.leaf().aggregate()).isEqualTo(FIRST);
        assertThat(office.leaves.proof(LogName.WBS, new UUID(0xca5e, 3), 1)).isEmpty();
    }

    @Test
    void a_changed_row_is_found_at_the_next_start_and_the_log_goes_on_with_what_was_signed() {
        office.rows.flip(8, 3);
        office.restart();
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 9), false));
        assertThat(office.leaves.damage(LogName.OPEN)).isEmpty();
        assertThat(office.leaves.proof(LogName.WBS, FIRST, 2)).isEmpty();
        assertThat(office.leaves.proof(LogName.WBS, FIRST, 1)).isPresent();
        Digest before = office.leaves.latest(LogName.WBS).orElseThrow().root();
        office.checkpoint(LogName.WBS);
        RecordedCheckpoint after = office.leaves.latest(LogName.WBS).orElseThrow();
        assertThat(MerkleProofs.consistent(
                        24, before, 32, after.root(), office.leaves.consistency(LogName.WBS, 24, 32)))
                .isTrue();
    }

    @Test
    void a_row_that_is_gone_leaves_every_other_one_at_its_own_index() {
        Map<Integer, Long> indexes = Map.of(1, 0L, 3, 1L, 6, 8L, 8, 9L, 9, 10L);
        for (int gone : indexes.keySet()) {
            Office robbed = Office.busy();
            List<StoredEvent> others = indexes.keySet().stream()
                    .filter(row -> row != gone)
                    .map(row -> robbed.rows.at(new Position(row)).orElseThrow())
                    .toList();
            robbed.rows.remove(gone);
            robbed.restart();
            assertThat(robbed.leaves.damage(LogName.WBS))
                    .contains(new Damage(new LeafIndex(LogName.WBS, indexes.getOrDefault(gone, -1L)), false));
            for (StoredEvent other : others) {
                long index = indexes.getOrDefault((int) other.position().value(), -1L);
                assertThat(robbed.leaves.leafIndexOf(LogName.WBS, Hex16.parse(other.aggregate()), other.sequence()))
                        .hasValue(new LeafIndex(LogName.WBS, index));
                assertThat(robbed.leaves.holds(new LeafIndex(LogName.WBS, index), other))
                        .isTrue();
            }
        }
    }

    @Test
    void the_rows_that_a_case_must_have_are_known_while_they_vanish() {
        assertThat(office.leaves.covered(LogName.WBS, FIRST)).isEqualTo(3);
        office.rows.remove(8);
        assertThat(office.leaves.covered(LogName.WBS, FIRST)).isEqualTo(3);
        assertThat(office.leaves.covered(LogName.WBS, new UUID(0xca5e, 9))).isZero();
    }

    @Test
    void a_row_holds_only_at_its_own_index_and_only_unchanged() {
        StoredEvent row = office.rows.at(new Position(8)).orElseThrow();
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 9), row)).isTrue();
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 8), row)).isFalse();
        office.rows.flip(8, 3);
        office.restart();
        assertThat(office.leaves.holds(
                        new LeafIndex(LogName.WBS, 9),
                        office.rows.at(new Position(8)).orElseThrow()))
                .isFalse();
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 9), row)).isTrue();
    }

    @Test
    void a_log_whose_signed_leaves_are_lost_signs_nothing_more() {
        int checkpoint = 4;
        byte[] payload = office.rows.at(new Position(checkpoint)).orElseThrow().payload();
        int seed = new String(payload, StandardCharsets.UTF_8).indexOf("padSeed") + 15;
        office.rows.flip(checkpoint, seed);
        office.restart();
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 0), true));
        assertThatThrownBy(() -> office.cut(LogName.WBS)).isInstanceOf(IllegalStateException.class);
        assertThat(office.leaves.size(LogName.OPEN)).isEqualTo(3);
    }

    @Test
    void readers_see_only_what_proves_itself_while_the_log_grows() throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> proved = new ArrayList<>();
            for (int i = 0; i < 3; i++) proved.add(readers.submit(() -> proveUntil(200)));
            while (office.leaves.size(LogName.WBS) < 200) {
                office.rows.report(1, "item-opened");
                office.checkpoint(LogName.WBS);
            }
            for (Future<Integer> count : proved) assertThat(count.get()).isPositive();
        }
    }

    private int proveUntil(long size) {
        int proved = 0;
        while (office.leaves.size(LogName.WBS) < size) {
            RecordedCheckpoint newest = office.leaves.latest(LogName.WBS).orElseThrow();
            LeafIndex index = office.leaves.leafIndexOf(LogName.WBS, FIRST, 2).orElseThrow();
            List<Digest> path = office.leaves.inclusion(index, newest.size());
            Digest leaf = office.leaves
                    .proof(LogName.WBS, FIRST, 2)
                    .orElseThrow()
                    .leaf()
                    .hash();
            assertThat(MerkleProofs.includes(leaf, index.value(), newest.size(), path, newest.root()))
                    .isTrue();
            proved++;
        }
        return proved;
    }

    @Test
    void a_hundred_thousand_rows_give_the_same_leaves_whatever_their_payloads_have_become() {
        Office large = new Office();
        for (int i = 0; i < 100_000; i++) large.rows.staff(i % 1000, i < 1000 ? "staff-registered" : "keys-changed");
        large.checkpoint(LogName.OPEN);
        assertThat(large.leaves.size(LogName.OPEN)).isEqualTo(100_000);
        assertThat(large.leaves.latest(LogName.OPEN).orElseThrow().leaves()).isEmpty();
        assertThat(large.restarted().latest(LogName.OPEN)).isEqualTo(large.leaves.latest(LogName.OPEN));
    }
}
