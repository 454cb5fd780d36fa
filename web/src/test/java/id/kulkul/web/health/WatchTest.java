package id.kulkul.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.LeafIndex;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each trouble means for reports, for the operator and for staff. */
class WatchTest {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration MARK = Duration.ofMinutes(15);

    private final Office office = new Office();
    private final Watch watch = new Watch(office, EVERY);

    /** An office in which a test says what there is to see. */
    private static final class Office implements Sight {
        private final Map<LogName, Damage> damages = new EnumMap<>(LogName.class);
        private Duration time = Duration.ZERO;
        private long stored = 100;
        private long folded = 100;
        private boolean stopped;
        private boolean room = true;
        private boolean lacking;
        private boolean due;

        @Override
        public long nanos() {
            return time.toNanos();
        }

        @Override
        public long stored() {
            return stored;
        }

        @Override
        public long folded() {
            return folded;
        }

        @Override
        public Set<LogName> signed() {
            return EnumSet.of(LogName.WBS);
        }

        @Override
        public long newest(LogName log) {
            return 0;
        }

        @Override
        public boolean isDue(LogName log, Duration age) {
            return due;
        }

        @Override
        public Duration every(LogName log) {
            return MARK;
        }

        @Override
        public boolean isStopped() {
            return stopped;
        }

        @Override
        public boolean hasRoom() {
            return room;
        }

        @Override
        public Optional<Damage> damage(LogName log) {
            return Optional.ofNullable(damages.get(log));
        }

        @Override
        public boolean lacksContents() {
            return lacking;
        }
    }

    private Condition lookAt(Duration time) {
        office.time = time;
        return watch.look();
    }

    @Test
    void an_office_without_troubles_is_well_and_receives() {
        Condition condition = watch.look();
        assertThat(condition.isWell()).isTrue();
        assertThat(condition.receives()).isTrue();
        assertThat(Banner.of(condition)).isEmpty();
    }

    @Test
    void without_room_for_texts_nothing_is_received_but_answers_would_be_delivered() {
        office.room = false;
        Condition condition = watch.look();
        assertThat(condition.receives()).isFalse();
        assertThat(condition.isWell()).isFalse();
        assertThat(condition.delivers()).isTrue();
        assertThat(Banner.of(condition)).containsExactly("closed");
    }

    @ParameterizedTest
    @EnumSource(LogName.class)
    void a_log_that_was_changed_is_not_well_and_reports_are_received_as_long_as_it_is_signed(LogName log) {
        office.damages.put(log, new Damage(new LeafIndex(log, 7), false));
        Condition condition = watch.look();
        assertThat(condition.isWell()).isFalse();
        assertThat(condition.receives()).isTrue();
        assertThat(Banner.of(condition)).containsExactly("damaged");
    }

    @ParameterizedTest
    @EnumSource(LogName.class)
    void what_the_protected_log_can_no_longer_sign_for_is_not_received(LogName log) {
        office.damages.put(log, new Damage(new LeafIndex(log, 7), true));
        Condition condition = watch.look();
        assertThat(condition.isWell()).isFalse();
        assertThat(condition.receives()).isEqualTo(log != LogName.WBS);
    }

    @Test
    void contents_that_are_gone_are_told_and_new_ones_are_received() {
        office.lacking = true;
        Condition condition = watch.look();
        assertThat(condition.isWell()).isFalse();
        assertThat(condition.receives()).isTrue();
        assertThat(Banner.of(condition)).containsExactly("damaged");
        office.lacking = false;
        assertThat(watch.look().isWell()).isTrue();
    }

    @Test
    void a_store_that_takes_nothing_receives_nothing() {
        office.stopped = true;
        assertThat(watch.look().receives()).isFalse();
        assertThat(Banner.of(watch.look())).containsExactly("closed", "stopped");
    }

    @Test
    void a_read_side_that_is_behind_is_told_after_a_minute_and_closes_the_form_after_an_hour() {
        office.stored = 101;
        assertThat(lookAt(Duration.ZERO).isWell()).isTrue();
        assertThat(lookAt(Duration.ofSeconds(60)).isWell()).isTrue();
        Condition behind = lookAt(Duration.ofSeconds(70));
        assertThat(behind.isWell()).isFalse();
        assertThat(behind.receives()).isTrue();
        assertThat(Banner.of(behind)).containsExactly("behind");
        assertThat(lookAt(Duration.ofHours(1)).receives()).isTrue();
        Condition closed = lookAt(Duration.ofHours(1).plus(EVERY));
        assertThat(closed.receives()).isFalse();
        assertThat(closed.delivers()).isFalse();
        assertThat(Banner.of(closed)).containsExactly("closed", "behind");
        office.folded = 101;
        assertThat(lookAt(Duration.ofHours(2)).receives()).isTrue();
    }

    @Test
    void two_marks_and_a_minute_without_a_checkpoint_close_the_form() {
        office.due = true;
        Duration most = MARK.multipliedBy(2).plus(EVERY.multipliedBy(6));
        assertThat(lookAt(Duration.ZERO).late()).isEmpty();
        assertThat(lookAt(most).receives()).isTrue();
        Condition late = lookAt(most.plus(EVERY));
        assertThat(late.late()).containsExactly(LogName.WBS);
        assertThat(late.receives()).isFalse();
        assertThat(Banner.of(late)).containsExactly("closed", "unsigned");
    }
}
