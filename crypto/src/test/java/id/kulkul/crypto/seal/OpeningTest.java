package id.kulkul.crypto.seal;

import static id.kulkul.crypto.seal.Samples.audience;
import static id.kulkul.crypto.seal.Samples.context;
import static id.kulkul.crypto.seal.Samples.reader;
import static id.kulkul.crypto.seal.Samples.writer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
    @Test
    void the_longest_report_opens_and_nothing_longer_is_taken_for_a_text() throws Exception {
        var body = new byte[128 * 1024 - 1 - Inner.SIGNED_HEAD - VerifyingKey.SIGNATURE];
        body[body.length - 1] = 1;
        var draft = Draft.of(Draft.REPORT, body.clone());
        var report = Seal.signed(context(Kind.REPORT_BODY), draft, writer(1), audience(1), Origin.SENDER);
        assertThat(Opening.openSigned(report.header(), report.stanzas().getFirst(), report.blob(), reader(0))
                        .by(writer(1).verifying())
                        .body())
                .isEqualTo(body);
        var file = Samples.file(new byte[128 * 1024]);
        assertThatThrownBy(() -> Opening.openSigned(
                        file.item().header(), file.item().stanzas().getFirst(), file.blob(), reader(0)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_row_of_no_possible_length_does_not_open() {
        var key = SymmetricKey.random();
        for (int length : new int[] {0, 1, 55, 56, 71})
            assertThatThrownBy(() -> Opening.under(key, context(Kind.VAULT_ROW), new byte[length]))
                    .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_file_that_is_no_signed_text_convicts_whoever_sealed_it_as_one() {
        var file = Samples.file(new byte[100]);
        assertThatThrownBy(() -> Opening.openSigned(
                        file.item().header(),
                        Samples.stanzaFor(reader(0), file.item().stanzas()),
                        file.blob(),
                        reader(0)))
                .isInstanceOf(Inconsistent.class);
    }

    @Test
    void only_texts_follow_one_another() throws Exception {
        var following = Draft.of(Draft.IDENTITY, new byte[1]).after(Samples.MANIFEST, Digest.ZERO);
        var answering = Draft.of(Draft.IDENTITY, new byte[1]).after(Digest.ZERO, Samples.MANIFEST);
        for (var draft : List.of(following, answering))
            assertThatThrownBy(() -> Seal.signed(context(Kind.IDENTITY), draft, writer(1), audience(1), Origin.SENDER))
                    .isInstanceOf(IllegalArgumentException.class);
        var identity = Seal.signed(
                context(Kind.IDENTITY), Draft.of(Draft.IDENTITY, new byte[1]), writer(1), audience(1), Origin.SENDER);
        var inner = Opening.openSigned(identity.header(), identity.stanzas().getFirst(), identity.blob(), reader(0))
                .by(writer(1).verifying());
        assertThat(inner.type()).isEqualTo(Draft.IDENTITY);
        assertThatThrownBy(() -> new Chain().next(identity.header(), inner))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_is_wiped_by_whoever_is_done_with_it() throws Exception {
        var parcel = Seal.signed(
                context(Kind.MSG_TO_TEAM),
                Draft.of(Draft.MESSAGE, Samples.filled(7)),
                writer(1),
                audience(1),
                Origin.SENDER);
        var opened = Opening.openSigned(parcel.header(), parcel.stanzas().getFirst(), parcel.blob(), reader(0));
        var body = opened.by(writer(1).verifying()).body();
        assertThat(opened.front(2)).containsExactly(7, 7);
        assertThat(opened.front(32)).isEqualTo(body);
        assertThatThrownBy(() -> opened.front(33)).isInstanceOf(OpenFailed.class);
        opened.wipe();
        assertThat(body).containsOnly(0);
    }

    @Test
    void a_draft_behind_other_bytes_is_wiped_itself() {
        var body = Samples.filled(7);
        var joined = Draft.of(Draft.IDENTITY, body).behind(new byte[] {1, 2});
        assertThat(body).containsOnly(0);
        assertThat(joined.body()).hasSize(34).startsWith(1, 2, 7).endsWith(7);
    }

    @Test
    void no_more_plaintext_is_held_than_was_announced() throws IOException {
        var scratch = new Scratch(2);
        scratch.write(1);
        assertThat(scratch.copy()).containsExactly(1);
        assertThatThrownBy(() -> scratch.write(new byte[2], 0, 2)).isInstanceOf(IOException.class);
        scratch.write(2);
        assertThat(scratch.copy()).containsExactly(1, 2);
        scratch.close();
        assertThat(scratch.copy()).containsOnly(0);
    }
}
