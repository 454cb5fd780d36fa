package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkPlanTest {
    private static final Instant DEADLINE = Instant.parse("2026-03-02T04:00:00Z");

    /** Of the log of sealed bids, until two minutes after it. */
    private static final Deadlines BIDDING = (log, now) ->
            log == LogName.BIDS && now.isBefore(DEADLINE.plus(MarkPlan.AFTER)) ? List.of(DEADLINE) : List.of();

    private final MarkPlan plan = new MarkPlan(Map.of(), BIDDING);

    @Test
    void without_a_deadline_every_log_has_its_standard_marks() {
        var quiet = new MarkPlan(Map.of(), Deadlines.NONE);
        for (LogName log : LogName.values()) assertThat(quiet.at(log, DEADLINE)).isEqualTo(Marks.standard(log));
    }

    @Test
    void the_marks_that_an_office_sets_keep_their_blocks() {
        var set = new MarkPlan(Map.of(LogName.WBS, Duration.ofSeconds(3)), Deadlines.NONE);
        assertThat(set.at(LogName.WBS, DEADLINE)).isEqualTo(new Marks(Duration.ofSeconds(3), 8));
        assertThat(set.at(LogName.OPEN, DEADLINE)).isEqualTo(Marks.standard(LogName.OPEN));
    }

    /** Nobody learns from the log how many bids there are. */
    @Test
    void while_bidding_is_open_its_log_is_cut_every_minute_in_blocks_with_or_without_a_bid() {
        Marks waiting = plan.at(LogName.BIDS, DEADLINE.minus(Duration.ofDays(3)));
        assertThat(waiting).isEqualTo(new Marks(Duration.ofMinutes(1), 16));
        assertThat(waiting.isDue(0, Duration.ofMinutes(1))).isTrue();
        assertThat(waiting.padding(16, 0)).isEqualTo(16);
        assertThat(waiting.padding(16, 3)).isEqualTo(13);
    }

    @Test
    void around_the_deadline_it_is_cut_every_ten_seconds() {
        var often = new Marks(Duration.ofSeconds(10), 16);
        assertThat(at(-Duration.ofMinutes(10).toSeconds() - 1)).isEqualTo(new Marks(Duration.ofMinutes(1), 16));
        assertThat(at(-Duration.ofMinutes(10).toSeconds())).isEqualTo(often);
        assertThat(at(0)).isEqualTo(often);
        assertThat(at(119)).isEqualTo(often);
        assertThat(at(120)).isEqualTo(Marks.standard(LogName.BIDS));
    }

    @Test
    void a_deadline_of_one_log_leaves_the_others_as_they_are() {
        assertThat(plan.at(LogName.WBS, DEADLINE)).isEqualTo(Marks.standard(LogName.WBS));
        assertThat(plan.at(LogName.OPEN, DEADLINE)).isEqualTo(Marks.standard(LogName.OPEN));
    }

    private Marks at(long seconds) {
        return plan.at(LogName.BIDS, DEADLINE.plusSeconds(seconds));
    }
}
