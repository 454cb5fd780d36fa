package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A program whose stores must hold after a refusal exactly what they held before it. */
final class Untouched {
    private final Packaged program;
    private final Door door;
    private Footprint before;

    Untouched(Packaged program) throws IOException, SQLException {
        this.program = program;
        door = new Door(program, "");
        before = now();
    }

    Packaged program() {
        return program;
    }

    /** Where a stranger stands. */
    Door door() {
        return door;
    }

    /** Notes what the stores hold before a test. */
    void measure() throws IOException, SQLException {
        before = now();
    }

    /** What they held then. */
    Footprint before() {
        return before;
    }

    /** What they hold. */
    Footprint now() throws IOException, SQLException {
        return Footprint.of(program.home());
    }

    void assertRefused(Door.Answer answer, int status, String words) throws Exception {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(words).doesNotContain("receipt-digits");
        assertUnchanged();
    }

    /** A client that hung up is noticed a moment later. */
    void assertUnchanged() throws Exception {
        for (int i = 0; i < 50 && !now().equals(before); i++) TimeUnit.MILLISECONDS.sleep(100);
        assertThat(now()).isEqualTo(before);
    }

    static void assertProblem(Door.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).contains("\"id\":\"").contains("\"en\":\"").contains("\"detail\":\"");
    }
}
