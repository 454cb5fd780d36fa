package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogOriginTest {
    private static final String FIRST = "kulkul/11111111111111111111111111111111/wbs";

    @Test
    void the_first_generation_has_the_line_that_it_always_had() throws InvalidEvidence {
        assertThat(Fixtures.WBS.text()).isEqualTo(FIRST);
        assertThat(LogOrigin.parse(FIRST)).isEqualTo(Fixtures.WBS);
    }

    @Test
    void each_later_one_is_named_by_its_number() throws InvalidEvidence {
        LogOrigin second = Fixtures.WBS.next();
        assertThat(second.text()).isEqualTo(FIRST + "/2");
        assertThat(LogOrigin.parse(second.text())).isEqualTo(second);
        assertThat(LogOrigin.parse(FIRST + "/10").generation()).isEqualTo(10);
        assertThat(LogOrigin.parse(FIRST + "/999999").text()).isEqualTo(FIRST + "/999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/0", "/1", "/02", "/2/", "/-2", "/2a", "/1000000", " /2", "/\u0662"})
    void a_line_has_one_form(String ending) {
        assertThatThrownBy(() -> LogOrigin.parse(FIRST + ending)).hasMessage("unknown-origin");
    }

    @Test
    void a_log_is_before_another_only_where_they_are_the_same() {
        LogOrigin second = Fixtures.WBS.next();
        assertThat(Fixtures.WBS.isBefore(second)).isTrue();
        assertThat(second.isBefore(second)).isFalse();
        assertThat(second.isBefore(Fixtures.WBS)).isFalse();
        assertThat(Fixtures.WBS.isBefore(new LogOrigin(Fixtures.TENANT, LogName.OPEN, 2)))
                .isFalse();
        assertThat(Fixtures.WBS.isBefore(new LogOrigin(new UUID(1, 1), LogName.WBS, 2)))
                .isFalse();
    }

    @Test
    void there_is_no_generation_before_the_first() {
        assertThatThrownBy(() -> Fixtures.WBS.inGeneration(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fixtures.WBS.inGeneration(1_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_sign_in_every_generation_of_their_log_and_of_no_other() throws InvalidEvidence {
        LogKeys second = Fixtures.KEYS.in(Fixtures.WBS.next());
        SignedCheckpoint signed = second.sign(4, Fixtures.tree(4).root(4), Fixtures.MARK);
        assertThat(signed.note()).startsWith(FIRST + "/2\n4\n").contains("\n\u2014 " + FIRST + "/2 ");
        assertThat(signed.verify(second.verifier())).isEqualTo(Fixtures.MARK);
        assertThatThrownBy(() -> signed.verify(Fixtures.KEYS.verifier())).hasMessage("wrong-origin");
        assertThatThrownBy(() -> Fixtures.KEYS.in(new LogOrigin(Fixtures.TENANT, LogName.OPEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
