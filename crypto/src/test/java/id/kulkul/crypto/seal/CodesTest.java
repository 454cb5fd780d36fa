package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
    @Test
    void a_code_never_changes_its_meaning_and_an_unknown_one_is_refused() throws OpenFailed {
        assertThat(Stream.of(Kind.values()).map(Kind::code)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(Stream.of(Origin.values()).map(Origin::code)).containsExactly(0, 1, 2, 3);
        assertThat(Stream.of(WrapSuite.values()).map(WrapSuite::code)).containsExactly(0, 1, 2);
        for (var kind : Kind.values()) assertThat(Kind.of(kind.code())).isEqualTo(kind);
        for (var origin : Origin.values()) assertThat(Origin.of(origin.code())).isEqualTo(origin);
        for (var suite : WrapSuite.values())
            assertThat(WrapSuite.of(suite.code())).isEqualTo(suite);
        for (int unknown : new int[] {-1, 12, 255}) {
            assertThatThrownBy(() -> Kind.of(unknown)).isInstanceOf(OpenFailed.class);
            assertThatThrownBy(() -> Origin.of(unknown)).isInstanceOf(OpenFailed.class);
            assertThatThrownBy(() -> WrapSuite.of(unknown)).isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_header_has_as_many_shares_and_stanzas_as_its_way_of_wrapping() {
        assertThat(WrapSuite.NONE.fits(0, 0, 0)).isTrue();
        assertThat(WrapSuite.NONE.fits(1, 0, 0) || WrapSuite.NONE.fits(0, 1, 0) || WrapSuite.NONE.fits(0, 0, 1))
                .isFalse();
        assertThat(WrapSuite.EACH.fits(0, 0, 1)).isTrue();
        assertThat(WrapSuite.EACH.fits(1, 0, 1) || WrapSuite.EACH.fits(0, 1, 1) || WrapSuite.EACH.fits(0, 0, 0))
                .isFalse();
        assertThat(WrapSuite.SHARES.fits(2, 2, 2) && WrapSuite.SHARES.fits(2, 255, 255))
                .isTrue();
        assertThat(Stream.of(
                        WrapSuite.SHARES.fits(1, 2, 2),
                        WrapSuite.SHARES.fits(3, 2, 2),
                        WrapSuite.SHARES.fits(2, 256, 256),
                        WrapSuite.SHARES.fits(2, 3, 2)))
                .containsOnly(false);
    }

    @Test
    void a_header_whose_parts_contradict_each_other_is_none() {
        var good = Samples.file(new byte[3]).item().header();
        assertThat(with(good, good.wrap(), 255, good.ctLength(), 0xffff, good.stanzasSha256())
                        .group())
                .isEqualTo(255);
        assertRefused(good, good.wrap(), -1, good.ctLength(), 3, good.stanzasSha256());
        assertRefused(good, good.wrap(), 256, good.ctLength(), 3, good.stanzasSha256());
        assertRefused(good, good.wrap(), 0, 71, 3, good.stanzasSha256());
        assertRefused(good, good.wrap(), 0, good.ctLength(), 0x1_0000, good.stanzasSha256());
        assertRefused(good, good.wrap(), 0, good.ctLength(), 0, good.stanzasSha256());
        assertRefused(good, WrapSuite.NONE, 0, good.ctLength(), 0, Digest.ZERO);
    }

    @Test
    void stanzas_twice_or_out_of_order_are_covered_by_no_header() {
        var file = Samples.file(new byte[3]).item();
        var three = file.stanzas();
        for (var odd : List.of(three.reversed(), List.of(three.get(0), three.get(0), three.get(2)))) {
            var header = with(file.header(), WrapSuite.EACH, 0, file.header().ctLength(), 3, Stanza.digest(odd));
            assertThat(header.covers(odd)).isFalse();
        }
    }

    @Test
    void a_kind_without_padding_keeps_its_length() {
        for (var kind : List.of(Kind.KEY_BUNDLE, Kind.SHARE_RELEASE, Kind.VAULT_ROW)) {
            assertThat(Buckets.pads(kind)).isFalse();
            assertThat(Buckets.padded(kind, 7)).isEqualTo(7);
            assertThat(Buckets.allows(kind, 0)).isTrue();
        }
    }

    private static void assertRefused(
            ItemHeader good, WrapSuite wrap, int group, long length, int stanzas, Digest hash) {
        assertThatThrownBy(() -> with(good, wrap, group, length, stanzas, hash))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ItemHeader with(ItemHeader good, WrapSuite wrap, int group, long length, int stanzas, Digest hash) {
        return new ItemHeader(
                good.context(),
                wrap,
                good.manifest(),
                group,
                length,
                good.ctSha256(),
                good.commitment(),
                0,
                List.of(),
                stanzas,
                hash,
                good.origin());
    }

    @Test
    void an_audience_is_somebody_and_nobody_twice_in_the_order_of_the_keys() {
        var three = Samples.audience(3).recipients();
        assertThat(new Recipients(Digest.ZERO, 0, three.reversed()).recipients())
                .isEqualTo(three);
        assertThat(three).isSortedAccordingTo((a, b) -> Hex16.ASCENDING.compare(a.keyId(), b.keyId()));
        assertThat(Samples.audience(2).and(Samples.reader(2).recipient()).recipients())
                .containsExactlyInAnyOrderElementsOf(three);
        assertThatThrownBy(() -> new Recipients(Digest.ZERO, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        var twice = new ArrayList<>(three);
        twice.add(three.getFirst());
        assertThatThrownBy(() -> new Recipients(Digest.ZERO, 0, twice)).isInstanceOf(IllegalArgumentException.class);
    }
}
