package id.kulkul.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    @Test
    void any_moment_is_written_as_java_writes_it() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var whole = Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L));
            assertThat(MomentText.of(whole)).isEqualTo(whole.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "2026-11-24T08:00:00.001Z",
                "1969-12-31T23:59:59Z",
                "2024-02-29T12:00:00Z"
            })
    void the_edges_too(String moment) {
        assertThat(MomentText.of(Instant.parse(moment))).isEqualTo(moment);
    }
}
