package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Samples;
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
    void an_opening_list_is_signed_as_a_whole() throws Exception {
        var list = new OpeningList(
                Samples.TENANT, Samples.SCOPE, 1, 32, requester.recipient(), List.of(Digest.ZERO, Samples.MANIFEST));
        var signature = list.sign(Samples.writer(1));
        assertThat(OpeningList.decoded(list.encoded())).isEqualTo(list);
        assertThat(list.isSignedBy(Samples.writer(1).verifying(), signature)).isTrue();
        assertThat(list.isSignedBy(Samples.writer(2).verifying(), signature)).isFalse();
        var later = new OpeningList(list.tenant(), list.tender(), 1, 33, list.session(), list.items());
        assertThat(later.isSignedBy(Samples.writer(1).verifying(), signature)).isFalse();
    }

    private ShareRelease release(int index) throws OpenFailed, ShareRejected {
        return ShareRelease.seal(parcel.header(), members.share(parcel, index), requester.recipient(), REQUEST);
    }
}
