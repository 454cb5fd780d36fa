package id.kulkul.crypto.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StructTest {
    @Test
    void numbers_at_both_ends_of_their_fields_read_back() throws OpenFailed {
        var bytes = new StructWriter(2 * (1 + 2 + 4 + 8))
                .u8(0)
                .u8(0xff)
                .u16(0)
                .u16(0xffff)
                .u32(0)
                .u32(0xffff_ffffL)
                .u64(0)
                .u64(Long.MAX_VALUE)
                .bytes();
        var in = new StructReader(bytes);
        assertThat(List.of(in.u8(), in.u8(), in.u16(), in.u16())).containsExactly(0, 0xff, 0, 0xffff);
        assertThat(List.of(in.u32(), in.u32(), in.u64(), in.u64()))
                .containsExactly(0L, 0xffff_ffffL, 0L, Long.MAX_VALUE);
        in.end();
    }

    @Test
    void a_number_that_does_not_fit_its_field_is_never_written() {
        var out = new StructWriter(64);
        for (ThrowingCallable odd : List.<ThrowingCallable>of(
                () -> out.u8(-1),
                () -> out.u8(0x100),
                () -> out.u16(-1),
                () -> out.u16(0x1_0000),
                () -> out.u32(-1),
                () -> out.u32(0x1_0000_0000L),
                () -> out.u64(-1))) assertThatThrownBy(odd).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_structure_is_as_long_as_was_said() {
        assertThatThrownBy(() -> new StructWriter(3).u16(7).bytes()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new StructWriter(1).u16(7)).isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void whatever_is_short_odd_or_left_over_does_not_open() {
        for (ThrowingCallable odd : List.<ThrowingCallable>of(
                () -> reader(0).u8(),
                () -> reader(1).u16(),
                () -> reader(3).u32(),
                () -> reader(7).u64(),
                () -> reader(15).id(),
                () -> reader(31).digest(),
                () -> reader(4).take(5),
                () -> reader(4).take(-1),
                () -> reader(4).take(1L << 32),
                () -> reader(3).expect("AB"),
                () -> reader(1).expect("AB"),
                () -> reader(1).end(),
                () -> new StructReader(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0}).u64()))
            assertThatThrownBy(odd).isInstanceOf(OpenFailed.class);
    }

    @Test
    void what_is_left_is_counted_and_may_be_taken_whole() throws OpenFailed {
        var in = reader(4);
        in.u8();
        assertThat(in.remaining()).isEqualTo(3);
        assertThat(in.take(0)).isEmpty();
        assertThat(in.take(in.remaining())).hasSize(3);
        in.end();
    }

    private static StructReader reader(int length) {
        return new StructReader(new byte[length]);
    }
}
