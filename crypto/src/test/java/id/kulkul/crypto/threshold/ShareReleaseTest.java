package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.KeyWrap;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareReleaseTest {
    private static final Purpose REQUEST = new Purpose.Disclosure(Hex16.parse("55555555555555555555555555555555"));
    private static final Purpose OTHER = new Purpose.Disclosure(Hex16.parse("66666666666666666666666666666666"));
    private static final Purpose BIDS = new Purpose.BidOpening(Digest.sha256());

    private final Members members = Members.of(2, 3);
    private final Parcel parcel = members.sealed("Budi");
    private final OpeningKey requester = Samples.reader(9);

    @Test
    void released_shares_open_the_item_for_the_requester() throws Exception {
        var shares = List.of(
                release(1).open(parcel.header(), requester, REQUEST),
                release(3).open(parcel.header(), requester, REQUEST));
        try (var opened = Combining.combine(parcel.header(), members.recipients(), parcel.blob(), shares)) {
            assertThat(opened.text().signer())
                    .isEqualTo(Samples.writer(1).verifying().keyId());
        }
    }

    @Test
    void a_release_opens_for_no_other_request_and_no_other_person() throws Exception {
        var release = release(2);
        assertThatThrownBy(() -> release.open(parcel.header(), requester, OTHER))
                .isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() -> release.open(parcel.header(), requester, BIDS)).isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() -> release.open(parcel.header(), Samples.reader(8), REQUEST))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_release_under_another_index_or_for_another_item_does_not_open() throws Exception {
        var release = release(2);
        for (int index : new int[] {0, 1, 3, 4, 255}) {
            assertThatThrownBy(
                            () -> new ShareRelease(index, release.stanza()).open(parcel.header(), requester, REQUEST))
                    .isInstanceOfAny(OpenFailed.class, ShareRejected.class);
        }
        var other = members.sealed("Budi");
        assertThatThrownBy(() -> release.open(other.header(), requester, REQUEST))
                .isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() ->
                        ShareRelease.seal(other.header(), members.share(parcel, 2), requester.recipient(), REQUEST))
                .isInstanceOf(ShareRejected.class);
    }

    @Test
    void no_byte_of_the_context_can_be_changed_under_a_share() throws Exception {
        var release = release(2);
        var good = List.of(members.share(parcel, 1), members.share(parcel, 2));
        for (int at = 5; at < 5 + Context.SIZE; at++) {
            var changed = parcel.header().encoded();
            changed[at] ^= 1;
            assertThatThrownBy(() -> members.share(ItemHeader.decoded(changed), parcel.stanzas(), 1))
                    .isInstanceOf(OpenFailed.class);
            assertThatThrownBy(() -> release.open(ItemHeader.decoded(changed), requester, REQUEST))
                    .isInstanceOf(OpenFailed.class);
            assertThatThrownBy(() ->
                            Combining.combine(ItemHeader.decoded(changed), members.recipients(), parcel.blob(), good))
                    .isInstanceOfAny(OpenFailed.class, ShareRejected.class);
        }
    }

    @Test
    void no_byte_of_a_release_can_be_changed() throws Exception {
        var bytes = release(2).encoded();
        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> ShareRelease.decoded(changed).open(parcel.header(), requester, REQUEST))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_release_reads_back_what_it_writes() throws Exception {
        var release = release(1);
        assertThat(release.encoded()).hasSize(ShareRelease.SIZE);
        assertThat(ShareRelease.decoded(release.encoded())).isEqualTo(release);
        assertThatThrownBy(() -> ShareRelease.decoded(new byte[5])).isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_member_who_releases_another_value_is_noticed_as_it_is_opened() {
        var info = REQUEST.info(parcel.header().context(), 2);
        var commit = parcel.header().shareCommits().get(1);
        var release = new ShareRelease(2, KeyWrap.seal(requester.recipient(), info, commit, Samples.filled(7)));
        assertThat(catchThrowable(() -> release.open(parcel.header(), requester, REQUEST)))
                .isInstanceOfSatisfying(
                        ShareRejected.class, e -> assertThat(e.reason()).isEqualTo(ShareRejected.Reason.NOT_COMMITTED));
    }

    @Test
    void shares_of_bids_are_released_for_an_opening_of_bids_and_those_of_an_identity_for_a_request() throws Exception {
        for (var kind : List.of(Kind.BID, Kind.TENDER_CANARY)) {
            var bid = members.sealed(kind, "Rp 100");
            var share = members.share(bid, 1);
            var release = ShareRelease.seal(bid.header(), share, requester.recipient(), BIDS);
            assertThat(release.open(bid.header(), requester, BIDS).sameAs(share))
                    .isTrue();
            assertThatThrownBy(() -> ShareRelease.seal(bid.header(), share, requester.recipient(), REQUEST))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var share = members.share(parcel, 1);
        assertThatThrownBy(() -> ShareRelease.seal(parcel.header(), share, requester.recipient(), BIDS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_opening_list_names_its_bids_once_each_and_in_ascending_order() {
        var twice = list(List.of(Digest.ZERO, Samples.MANIFEST)).encoded();
        System.arraycopy(Samples.MANIFEST.bytes(), 0, twice, twice.length - 2 * Digest.SIZE, Digest.SIZE);
        assertThatThrownBy(() -> OpeningList.decoded(twice)).isInstanceOf(OpenFailed.class);
        for (var items : List.of(
                List.of(Samples.MANIFEST, Digest.ZERO),
                List.of(Digest.ZERO, Digest.ZERO),
                List.of(Digest.ZERO, Samples.MANIFEST, Samples.MANIFEST))) {
            assertThatThrownBy(() -> list(items)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_opening_list_ends_with_its_last_bid() {
        var bytes = list(List.of(Digest.ZERO, Samples.MANIFEST)).encoded();
        for (int length : new int[] {0, 8, bytes.length - Digest.SIZE, bytes.length - 1, bytes.length + 1}) {
            assertThatThrownBy(() -> OpeningList.decoded(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void an_opening_list_is_signed_as_a_whole() throws Exception {
        var list = list(List.of(Digest.ZERO, Samples.MANIFEST));
        var signature = list.sign(Samples.writer(1));
        assertThat(OpeningList.decoded(list.encoded())).isEqualTo(list);
        assertThat(list.isSignedBy(Samples.writer(1).verifying(), signature)).isTrue();
        assertThat(list.isSignedBy(Samples.writer(2).verifying(), signature)).isFalse();
        var later = new OpeningList(list.tenant(), list.tender(), 1, 33, list.session(), list.items());
        assertThat(later.isSignedBy(Samples.writer(1).verifying(), signature)).isFalse();
    }

    private OpeningList list(List<Digest> items) {
        return new OpeningList(Samples.TENANT, Samples.SCOPE, 1, 32, requester.recipient(), items);
    }

    private ShareRelease release(int index) throws OpenFailed, ShareRejected {
        return ShareRelease.seal(parcel.header(), members.share(parcel, index), requester.recipient(), REQUEST);
    }
}
