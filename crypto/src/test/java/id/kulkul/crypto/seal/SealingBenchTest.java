package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealingBenchTest {
    @Test
    void both_sides_of_each_ratio_do_the_same_amount_of_work() throws Exception {
        var bench = new SealingBench();
        assertThat(bench.cipher())
                .isEqualTo(bench.raw())
                .isEqualTo(bench.file())
                .isEqualTo(bench.rawHashed());
        assertThat(bench.stanza()).isEqualTo(1);
    }
}
