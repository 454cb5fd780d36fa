package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditBenchTest {
    @Test
    void what_is_measured_is_a_valid_history() throws Exception {
        var bench = new AuditBench(1_250);
        assertThat(bench.verified()).isEqualTo(5_000);
        assertThat(bench.read()).isEqualTo(5_000);
    }
}
