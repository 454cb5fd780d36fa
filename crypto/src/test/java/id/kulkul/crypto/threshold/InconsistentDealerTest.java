package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Inconsistent;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Samples;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.Sharing;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class InconsistentDealerTest {
    private static final byte[] SEED = Samples.filled(9);
    private final Members members = Members.of(2, 4);
    private final Deal honest = new Deal(SEED, members.recipients(), 2);

    @Test
    void one_point_off_the_polynomial_is_found_whichever_members_open() {
        for (int wrong = 1; wrong <= 4; wrong++) {
            int off = wrong;
            assertSenderConvicted((context, key) -> replaced(context, key, off, Samples.filled(7)));
        }
    }

    @Test
    void a_polynomial_that_does_not_come_from_the_seed_is_found() {
        assertSenderConvicted(new Deal(Samples.filled(8), members.recipients(), 2));
    }

    @Test
    void shares_of_another_key_are_found() {
        assertSenderConvicted((context, key) -> honest.share(context, SymmetricKey.of(Samples.filled(1))));
    }

    @Test
    void a_stanza_whose_encapsulation_does_not_come_from_the_seed_is_found() {
        assertSenderConvicted((context, key) -> {
            var shared = honest.share(context, key);
            var stanzas = new ArrayList<>(shared.stanzas());
            var fresh = new Deal(Samples.filled(8), members.recipients(), 2);
            stanzas.set(
                    3,
                    fresh.stanza(
                            context, honest.shares(key).get(3), shared.commits().get(3)));
            return new Sharing.Shared(2, shared.commits(), stanzas);
        });
    }

    @Test
    void a_text_too_short_for_a_seed_is_found() {
        var parcel = Seal.shared(
                Samples.context(Kind.IDENTITY),
                Members.draft("short"),
                Samples.writer(1),
                honest,
                Samples.MANIFEST,
                Origin.SENDER);
        assertSenderConvicted(parcel, parcel.blob());
    }

    @Test
    void a_wrong_dealing_is_found_even_where_the_ciphertext_is_lost() {
        for (int wrong = 1; wrong <= 4; wrong++) {
            int off = wrong;
            var parcel = dealt((context, key) -> replaced(context, key, off, Samples.filled(7)));
            assertSenderConvicted(parcel, new byte[0]);
        }
    }

    @Test
    void a_share_that_is_not_the_one_committed_to_is_refused_as_it_is_opened() {
        var parcel = dealt((context, key) -> {
            var shared = honest.share(context, key);
            var stanzas = new ArrayList<>(shared.stanzas());
            var other = Share.of(3, Samples.filled(7));
            stanzas.set(2, honest.stanza(context, other, shared.commits().get(2)));
            return new Sharing.Shared(2, shared.commits(), stanzas);
        });
        assertThat(catchThrowable(() -> members.share(parcel, 3)))
                .isInstanceOfSatisfying(
                        ShareRejected.class, e -> assertThat(e.reason()).isEqualTo(ShareRejected.Reason.NOT_COMMITTED));
    }

    private Parcel dealt(Sharing dealing) {
        return Seal.shared(
                Samples.context(Kind.IDENTITY),
                Members.draft("Budi").behind(SEED),
                Samples.writer(1),
                dealing,
                Samples.MANIFEST,
                Origin.SENDER);
    }

    private void assertSenderConvicted(Sharing dealing) {
        var parcel = dealt(dealing);
        assertSenderConvicted(parcel, parcel.blob());
    }

    private void assertSenderConvicted(Parcel parcel, byte[] blob) {
        for (var subset : Members.subsets(4, 2)) {
            var thrown = catchThrowable(() ->
                    Combining.combine(parcel.header(), members.recipients(), blob, members.shares(parcel, subset)));
            assertThat(thrown)
                    .isInstanceOfSatisfying(Inconsistent.class, verdict -> assertThat(verdict.convictsSender())
                            .isTrue())
                    .hasMessage(Inconsistent.sender().getMessage());
        }
    }

    private Sharing.Shared replaced(Context context, SymmetricKey key, int index, byte[] value) {
        var shared = honest.share(context, key);
        var commits = new ArrayList<Digest>(shared.commits());
        var stanzas = new ArrayList<>(shared.stanzas());
        var wrong = Share.of(index, value);
        commits.set(index - 1, wrong.commit(context, 2, 4));
        stanzas.set(index - 1, honest.stanza(context, wrong, commits.get(index - 1)));
        return new Sharing.Shared(2, commits, stanzas);
    }
}
