package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidKeysTest {
    private static final int POINT = Recipient.SIZE - 32;
    private final byte[] good = Samples.reader(0).recipient().bytes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "39382357235489614581723060781553021112529911719440698176882885853963445705823",
                "325606250916557431795983626356110631294008115727848805560023387167927233504",
                "57896044618658097711785492504343953926634992332820282019728792003956564819948",
                "57896044618658097711785492504343953926634992332820282019728792003956564819949",
                "57896044618658097711785492504343953926634992332820282019728792003956564819950"
            })
    void points_of_low_order_are_no_keys(String point) {
        var key = good.clone();
        System.arraycopy(littleEndian(new BigInteger(point)), 0, key, POINT, 32);
        assertThatThrownBy(() -> Recipient.of(key)).isInstanceOf(BadKey.class);
    }

    @Test
    void coefficients_out_of_range_are_no_keys() {
        for (int at : new int[] {0, 3, 600, 1149}) {
            var key = good.clone();
            key[at] = (byte) 0xff;
            key[at + 1] |= 0x0f;
            assertThatThrownBy(() -> Recipient.of(key)).isInstanceOf(BadKey.class);
        }
    }

    @Test
    void keys_of_zeros_or_of_another_length_are_no_keys() {
        assertThatThrownBy(() -> Recipient.of(new byte[Recipient.SIZE])).isInstanceOf(BadKey.class);
        for (int length : new int[] {0, 32, 1184, 1215, 1217, 4000}) {
            assertThatThrownBy(() -> Recipient.of(Arrays.copyOf(good, length))).isInstanceOf(BadKey.class);
        }
    }

    @Test
    void verifying_keys_of_low_order_are_no_keys() {
        var one = new byte[32];
        one[0] = 1;
        var all = Samples.filled(0xff);
        for (var key : new byte[][] {one, all, new byte[32], new byte[31], new byte[33]}) {
            assertThatThrownBy(() -> VerifyingKey.of(key)).isInstanceOf(BadKey.class);
        }
        assertThat(Samples.writer(1).verifying().verify(new byte[3], new byte[63]))
                .isFalse();
        assertThat(Samples.writer(1).verifying().verify(new byte[3], new byte[64]))
                .isFalse();
    }

    @Test
    void no_byte_of_a_stanza_can_be_changed() {
        var parcel = parcel();
        var stanza = parcel.stanzas().getFirst();
        for (int at = 0; at < Stanza.SIZE; at++) {
            var changed = stanza.encoded();
            changed[at] ^= 1;
            assertRefused(parcel, changed);
        }
    }

    @Test
    void an_encapsulation_of_low_order_does_not_open() {
        var parcel = parcel();
        int point = 2 + Hex16.SIZE + Wrapped.ENC_SIZE - 32;
        for (int first = 0; first < 2; first++) {
            var changed = parcel.stanzas().getFirst().encoded();
            Arrays.fill(changed, point, point + 32, (byte) 0);
            changed[point] = (byte) first;
            assertRefused(parcel, changed);
        }
    }

    @Test
    void stanzas_of_another_length_or_suite_are_refused() {
        var stanza = parcel().stanzas().getFirst().encoded();
        for (int length : new int[] {0, 1, 1185, 1187}) {
            assertThatThrownBy(() -> Stanza.decoded(Arrays.copyOf(stanza, length)))
                    .isInstanceOf(OpenFailed.class);
        }
        assertThatThrownBy(() -> Stanza.all(Arrays.copyOf(stanza, 1187))).isInstanceOf(OpenFailed.class);
        stanza[1] = 2;
        assertThatThrownBy(() -> Stanza.decoded(stanza)).isInstanceOf(OpenFailed.class);
    }

    private static Parcel parcel() {
        return Seal.signed(
                Samples.context(Kind.MSG_TO_TEAM),
                Draft.of(Draft.MESSAGE, new byte[10]),
                Samples.writer(1),
                Samples.audience(1),
                Origin.SENDER);
    }

    private static void assertRefused(Parcel parcel, byte[] stanza) {
        assertThatThrownBy(() ->
                        Opening.openSigned(parcel.header(), Stanza.decoded(stanza), parcel.blob(), Samples.reader(0)))
                .isInstanceOf(OpenFailed.class)
                .hasMessage(new OpenFailed().getMessage());
    }

    private static byte[] littleEndian(BigInteger number) {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = number.shiftRight(8 * i).byteValue();
        return bytes;
    }
}
