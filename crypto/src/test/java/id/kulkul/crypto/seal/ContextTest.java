package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ContextTest {
    private static final int BEFORE_CONTEXT = 5;

    @Test
    void a_context_reads_back_what_it_writes() throws OpenFailed {
        for (var kind : Kind.values()) {
            var context = Samples.context(kind);
            assertThat(Context.decoded(context.encoded())).isEqualTo(context);
            assertThat(context.encoded()).hasSize(Context.SIZE);
        }
    }

    @Test
    void no_byte_of_the_context_can_be_changed_under_a_stanza() {
        var file = Samples.file(new byte[100]);
        for (int at = 0; at < Context.SIZE; at++) {
            var header = file.item().header().encoded();
            header[BEFORE_CONTEXT + at] ^= 1;
            assertThatThrownBy(() -> Samples.SealedFile.open(
                            ItemHeader.decoded(header),
                            Samples.stanzaFor(Samples.reader(0), file.item().stanzas()),
                            file.blob(),
                            Samples.reader(0)))
                    .isInstanceOf(OpenFailed.class)
                    .hasMessage(new OpenFailed().getMessage());
        }
    }

    @Test
    void no_byte_of_the_context_can_be_changed_under_a_data_key() {
        var context = Samples.context(Kind.VAULT_ROW);
        var key = SymmetricKey.random();
        var blob = Seal.under(key, context, new byte[100]);
        for (int at = 0; at < Context.SIZE; at++) {
            var changed = context.encoded();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Opening.under(key, Context.decoded(changed), blob))
                    .isInstanceOf(OpenFailed.class)
                    .hasMessage(new OpenFailed().getMessage());
        }
    }

    @Test
    void contexts_of_another_length_are_refused() {
        var context = Samples.context(Kind.BID).encoded();
        for (int length : new int[] {0, 8, 80, 82}) {
            assertThatThrownBy(() -> Context.decoded(Arrays.copyOf(context, length)))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void counters_have_32_bits() {
        var most = (1L << 32) - 1;
        assertThat(counted(most, 0).epoch()).isEqualTo(most);
        assertThat(counted(0, most).seq()).isEqualTo(most);
        for (long odd : new long[] {-1, most + 1}) {
            assertThatThrownBy(() -> counted(odd, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> counted(0, odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Context counted(long epoch, long seq) {
        return new Context(Kind.BID, Samples.TENANT, Samples.SCOPE, Samples.CASE, Samples.ITEM, epoch, seq);
    }

    @Test
    void ids_are_32_lower_case_digits_and_ordered_as_bytes() {
        var high = "f0000000000000000000000000000000";
        assertThat(Hex16.of(Hex16.parse(high))).isEqualTo(high);
        assertThat(HexFormat.of().formatHex(Hex16.bytes(Samples.CASE))).isEqualTo(Hex16.of(Samples.CASE));
        assertThat(Hex16.ASCENDING.compare(Samples.CASE, Hex16.parse(high))).isNegative();
        for (var odd : new String[] {"", "00", high.toUpperCase(Locale.ROOT), high + "0", "g".repeat(32)}) {
            assertThatThrownBy(() -> Hex16.parse(odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
