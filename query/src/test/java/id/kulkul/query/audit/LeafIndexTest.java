package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kulkul.crypto.log.LogName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafIndexTest {
    @Test
    void an_index_is_read_as_it_is_written() {
        for (LogName log : LogName.values()) {
            var leaf = new LeafIndex(log, 4711);
            assertThat(leaf.text()).isEqualTo(log.text() + "-4711").hasToString(leaf.toString());
            assertThat(LeafIndex.parse(leaf.text())).contains(leaf);
        }
        assertThat(LeafIndex.parse("wbs-0")).contains(new LeafIndex(LogName.WBS, 0));
        assertThat(LeafIndex.parse("wbs-999999999999999999")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4711",
                "wbs",
                "wbs-",
                "wbs-01",
                "wbs--1",
                "WBS-1",
                "none-1",
                "wbs-1 ",
                "wbs-1000000000000000000"
            })
    void any_other_text_is_none(String text) {
        assertThat(LeafIndex.parse(text)).isEmpty();
    }

    @Test
    void nothing_lies_before_the_first_leaf() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LeafIndex(LogName.OPEN, -1));
    }
}
