package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InnerTest {
    private static final int VERSION_AT = 0;
    private static final int SEQ_AT = 1 + Hex16.SIZE;
    private static final int PREV_AT = SEQ_AT + 4;

    private static byte[] text(Kind kind) {
        return Inner.encoded(
                Samples.context(kind), Samples.MANIFEST, Draft.of(Draft.MESSAGE, new byte[] {7}), Samples.writer(1));
    }

    @Test
    void a_text_is_read_as_it_was_written() throws Exception {
        var inner = Inner.decoded(Samples.context(Kind.MSG_TO_TEAM), text(Kind.MSG_TO_TEAM));
        assertThat(inner.body()).containsExactly(7);
        assertThat(inner.signer()).isEqualTo(Samples.writer(1).verifying().keyId());
        assertThat(inner.seq()).isZero();
        assertThat(inner.type()).isEqualTo(Draft.MESSAGE);
    }

    /** Before any signature is looked at: what is read by another rule than it was written by is no text. */
    @Test
    void another_version_number_or_length_is_no_text() {
        for (var at : new int[] {VERSION_AT, SEQ_AT + 3}) {
            var changed = text(Kind.MSG_TO_TEAM);
            changed[at]++;
            refused(Kind.MSG_TO_TEAM, changed);
        }
        var whole = text(Kind.MSG_TO_TEAM);
        refused(Kind.MSG_TO_TEAM, Arrays.copyOf(whole, whole.length + 1));
        refused(Kind.MSG_TO_TEAM, Arrays.copyOf(whole, whole.length - 1));
        refused(Kind.MSG_TO_TEAM, Arrays.copyOf(whole, whole.length - VerifyingKey.SIGNATURE));
    }

    @Test
    void what_follows_nothing_names_nothing_before_it() {
        var stray = text(Kind.IDENTITY);
        stray[PREV_AT] = 1;
        refused(Kind.IDENTITY, stray);
    }

    private static void refused(Kind kind, byte[] text) {
        assertThatThrownBy(() -> Inner.decoded(Samples.context(kind), text)).isInstanceOf(OpenFailed.class);
    }
}
