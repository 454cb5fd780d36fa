package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.ForgedSender;
import id.kulkul.crypto.seal.Inconsistent;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Samples;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.threshold.ShareRejected.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombiningTest {
    private final Members members = Members.of(2, 3);
    private final Parcel parcel = members.sealed("Budi, 0812");

    @Test
    void every_subset_of_enough_members_opens_the_same_text() throws Exception {
        for (int m = 2; m <= 4; m++) {
            var four = Members.of(m, 4);
            var item = four.sealed("Budi");
            for (var subset : Members.subsets(4, m)) {
                var shares = four.shares(item, subset);
                try (var opened = Combining.combine(item.header(), four.recipients(), item.blob(), shares)) {
                    assertThat(text(opened)).isEqualTo("Budi");
                }
            }
        }
    }

    @Test
    void an_identity_always_has_the_same_size() {
        assertThat(parcel.blob()).hasSameSizeAs(members.sealed("").blob()).hasSize(24 + 32 + 8192 + 16);
        assertThat(parcel.header().encoded()).hasSize(232 + 3 * 32);
    }

    @Test
    void too_few_shares_open_nothing() throws Exception {
        assertRejected(List.of(members.share(parcel, 1)), Reason.TOO_FEW, 1);
        assertRejected(List.of(), Reason.TOO_FEW, 0);
    }

    @Test
    void one_share_does_not_count_twice() throws Exception {
        assertRejected(List.of(members.share(parcel, 1), members.share(parcel, 1)), Reason.TWICE, 1);
    }

    @Test
    void indices_that_do_not_exist_are_named() throws Exception {
        var good = members.share(parcel, 1);
        assertRejected(List.of(good, Share.of(0, good.bytes())), Reason.NO_SUCH_INDEX, 0);
        assertRejected(List.of(good, Share.of(4, good.bytes())), Reason.NO_SUCH_INDEX, 4);
        assertRejected(List.of(good, Share.of(2, good.bytes())), Reason.NOT_COMMITTED, 2);
    }

    @Test
    void shares_for_one_member_twice_are_covered_by_no_header() {
        var header = parcel.header();
        var stanzas = parcel.stanzas();
        var twice = List.of(stanzas.get(0), stanzas.get(0), stanzas.get(2));
        assertThat(header.covers(stanzas)).isTrue();
        assertThat(Members.with(header, header.shareCommits(), twice).covers(twice))
                .isFalse();
        assertThat(Members.with(header, header.shareCommits(), stanzas.reversed())
                        .covers(stanzas.reversed()))
                .isTrue();
    }

    @Test
    void a_share_of_another_item_is_named() throws Exception {
        var other = members.sealed("Ani");
        assertRejected(List.of(members.share(parcel, 1), members.share(other, 2)), Reason.NOT_COMMITTED, 2);
    }

    @Test
    void every_flipped_bit_of_a_share_is_named_and_convicts_its_holder() throws Exception {
        var good = members.shares(parcel, List.of(1, 2));
        try (var opened = Combining.combine(parcel.header(), members.recipients(), parcel.blob(), good)) {
            for (int bit = 0; bit < 256; bit++) {
                var bytes = members.share(parcel, 3).bytes();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                var wrong = Share.of(3, bytes);
                assertRejected(List.of(good.getFirst(), wrong), Reason.NOT_COMMITTED, 3);
                assertThat(opened.judge(wrong)).hasValueSatisfying(verdict -> assertThat(verdict.convictedMember())
                        .isEqualTo(3));
            }
            assertThat(opened.judge(members.share(parcel, 3))).isEmpty();
        }
    }

    @Test
    void a_changed_ciphertext_convicts_nobody() throws Exception {
        var shares = members.shares(parcel, List.of(1, 3));
        for (int at = 0; at < parcel.blob().length; at += 97) {
            var blob = parcel.blob().clone();
            blob[at] ^= 1;
            assertThatThrownBy(() -> Combining.combine(parcel.header(), members.recipients(), blob, shares))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_text_somebody_else_signed_is_refused() throws Exception {
        var shares = members.shares(parcel, List.of(2, 3));
        try (var opened = Combining.combine(parcel.header(), members.recipients(), parcel.blob(), shares)) {
            assertThatThrownBy(() -> opened.text().by(Samples.writer(2).verifying()))
                    .isInstanceOf(ForgedSender.class);
        }
    }

    @Test
    void a_text_that_its_readers_open_alone_is_not_put_together() {
        var alone = Seal.signed(
                Samples.context(Kind.MSG_TO_TEAM),
                Members.draft("Budi"),
                Samples.writer(1),
                Samples.audience(1),
                Origin.SENDER);
        assertThatThrownBy(() -> Combining.combine(alone.header(), List.of(), alone.blob(), List.of()))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_list_with_another_number_of_members_convicts_nobody() throws Exception {
        var shares = members.shares(parcel, List.of(1, 2));
        var two = members.recipients().subList(0, 2);
        assertThatThrownBy(() -> Combining.combine(parcel.header(), two, parcel.blob(), shares))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void once_it_is_closed_neither_text_nor_key_nor_judgement_is_left() throws Exception {
        var shares = members.shares(parcel, List.of(1, 2));
        var opened = Combining.combine(parcel.header(), members.recipients(), parcel.blob(), shares);
        var body = opened.text().by(Samples.writer(1).verifying()).body();
        opened.close();
        assertThat(body).containsOnly(0);
        assertThatThrownBy(() -> opened.key().bytes()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opened.judge(shares.getFirst())).isInstanceOf(IllegalStateException.class);
    }

    private void assertRejected(List<Share> shares, Reason reason, int index) {
        var thrown =
                catchThrowable(() -> Combining.combine(parcel.header(), members.recipients(), parcel.blob(), shares));
        assertThat(thrown).isInstanceOfSatisfying(ShareRejected.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.index()).isEqualTo(index);
        });
    }

    private static String text(Combined opened) throws ForgedSender, Inconsistent {
        var body = opened.text().by(Samples.writer(1).verifying()).body();
        return new String(Arrays.copyOfRange(body, Deal.SEED, body.length), StandardCharsets.UTF_8);
    }
}
