package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRowTest {

    private static final long HOUR = 3_600_000;
    private static final UUID ID = new UUID(1, 2);
    private static final UUID OTHER = new UUID(3, 4);

    @Test
    void a_row_is_another_one_as_soon_as_one_field_differs() {
        assertThat(row(ID, "report", ID, 0, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO))
                .isEqualTo(row("1", HOUR, 0))
                .hasSameHashCodeAs(row("1", HOUR, 0));
        assertThat(List.of(
                        row(OTHER, "report", ID, 0, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "channel", ID, 0, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", OTHER, 0, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 1, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-reopened", "1", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "2", HOUR, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", 0, "{}", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", HOUR, "[]", ID, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", HOUR, "{}", OTHER, ID, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", HOUR, "{}", ID, OTHER, ID, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", HOUR, "{}", ID, ID, OTHER, Digest.ZERO),
                        row(ID, "report", ID, 0, "report-closed", "1", HOUR, "{}", ID, ID, ID, Digest.sha256())))
                .doesNotContain(row("1", HOUR, 0))
                .doesNotHaveDuplicates();
        assertThat(row("1", HOUR, 0)).isNotEqualTo("a row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "65536", "99999", "100000", "1.0", "a"})
    void a_revision_counts_from_1_to_65535(String revision) throws InvalidEvidence {
        assertThat(row("65535", HOUR, 0).leaf(EventTypes.standard()))
                .isNotEqualTo(row("1", HOUR, 0).leaf(EventTypes.standard()));
        assertThatThrownBy(() -> row(revision, HOUR, 0).leaf(EventTypes.standard()))
                .hasMessage("unknown-revision");
    }

    @Test
    void a_time_has_32_bits_of_hours_and_none_before_1970() throws InvalidEvidence {
        assertThat(row("1", 0, 0).leaf(EventTypes.standard()).hour()).isZero();
        assertThat(row("1", (1L << 32) * HOUR - 1, 0)
                        .leaf(EventTypes.standard())
                        .hour())
                .isEqualTo((1L << 32) - 1);
        assertThatThrownBy(() -> row("1", (1L << 32) * HOUR, 0).leaf(EventTypes.standard()))
                .hasMessage("time-out-of-range");
        assertThatThrownBy(() -> row("1", -1, 0).leaf(EventTypes.standard())).hasMessage("time-out-of-range");
    }

    @Test
    void a_sequence_begins_at_0() throws InvalidEvidence {
        assertThat(row("1", HOUR, 0).leaf(EventTypes.standard()).sequence()).isZero();
        assertThatThrownBy(() -> row("1", HOUR, -1).leaf(EventTypes.standard())).hasMessage("sequence-gap");
    }

    @Test
    void a_whole_hour_says_nothing_finer() {
        assertThat(row("1", 5 * HOUR, 0).isWholeHour()).isTrue();
        assertThat(row("1", 5 * HOUR + 1, 0).isWholeHour()).isFalse();
    }

    private static EventRow row(String revision, long time, long sequence) {
        return row(ID, "report", ID, sequence, "report-closed", revision, time, "{}", ID, ID, ID, Digest.ZERO);
    }

    private static EventRow row(
            UUID event,
            String type,
            UUID aggregate,
            long sequence,
            String name,
            String revision,
            long time,
            String payload,
            UUID tenant,
            UUID actor,
            UUID salt,
            Digest subject) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return new EventRow(
                event, type, aggregate, sequence, name, revision, time, bytes, tenant, actor, salt, subject);
    }
}
