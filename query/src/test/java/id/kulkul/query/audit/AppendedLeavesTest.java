package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to rows between the moment they are stored and their mark, and afterwards while the program runs. */
class AppendedLeavesTest {
    private final Office office = new Office();
    private final AppendedLeaves appended = new AppendedLeaves(EventTypes.standard());

    AppendedLeavesTest() {
        office.leaves = new Leaves(EventTypes.standard(), office.rows, Rows.TENANT, new SecureRandom(), appended);
    }

    private StoredEvent report(int number) {
        StoredEvent row = office.rows.report(number, "report-submitted");
        appended.keep(row.position(), appended.of(row));
        return row;
    }

    @Test
    void an_event_that_was_changed_before_its_mark_is_signed_as_it_was_acknowledged_and_told() {
        report(1);
        StoredEvent acknowledged = report(2);
        office.rows.flip((int) acknowledged.position().value(), 3);
        office.checkpoint(LogName.WBS);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 1), false));
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 1), acknowledged))
                .isTrue();
        assertThat(office.restarted().damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 1), false));
    }

    @Test
    void an_event_that_was_taken_away_before_its_mark_is_signed_all_the_same_and_told() {
        report(1);
        StoredEvent gone = report(2);
        StoredEvent after = report(3);
        office.rows.takeAway((int) gone.position().value());
        office.checkpoint(LogName.WBS);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 1), false));
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 1), gone)).isTrue();
        assertThat(office.leaves.holds(new LeafIndex(LogName.WBS, 2), after)).isTrue();
        assertThat(office.leaves.position(new LeafIndex(LogName.WBS, 1))).isEmpty();
        assertThat(office.leaves.size(LogName.WBS)).isEqualTo(8);
    }

    @Test
    void the_newest_event_is_missed_too_when_it_was_taken_away() {
        report(1);
        office.rows.takeAway((int) report(2).position().value());
        office.checkpoint(LogName.WBS);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 1), false));
    }

    @Test
    void what_was_meant_for_a_place_and_not_stored_leaves_nothing() {
        report(1);
        appended.keep(new Position(1), appended.of(new Rows().report(7, "report-submitted")));
        report(2);
        office.checkpoint(LogName.WBS);
        assertThat(office.leaves.damage(LogName.WBS)).isEmpty();
    }

    @Test
    void a_row_that_is_changed_under_a_checkpoint_is_found_when_all_is_read_again() {
        for (int i = 0; i < 3; i++) report(i);
        office.checkpoint(LogName.WBS);
        Recheck recheck = new Recheck(office.rows, office.leaves);
        recheck.next(50);
        assertThat(office.leaves.damage(LogName.WBS)).isEmpty();
        office.rows.flip(1, 3);
        recheck.next(50);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 1), false));
    }

    @Test
    void a_row_that_is_taken_away_under_a_checkpoint_is_found_too() {
        for (int i = 0; i < 3; i++) report(i);
        office.checkpoint(LogName.WBS);
        office.rows.takeAway(2);
        new Recheck(office.rows, office.leaves).next(50);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 2), false));
    }

    @Test
    void a_little_at_a_time_reaches_the_end_and_begins_again() {
        for (int i = 0; i < 3; i++) report(i);
        office.checkpoint(LogName.WBS);
        Recheck recheck = new Recheck(office.rows, office.leaves);
        for (int i = 0; i < 20; i++) recheck.next(1);
        office.rows.flip(0, 3);
        for (int i = 0; i < 20; i++) recheck.next(1);
        assertThat(office.leaves.damage(LogName.WBS)).contains(new Damage(new LeafIndex(LogName.WBS, 0), false));
    }

    @Test
    void a_checkpoint_is_heard_of_before_it_is_seen_and_not_seen_while_that_fails() {
        report(1);
        List<RecordedCheckpoint> heard = new ArrayList<>();
        office.leaves.publishThrough((origin, checkpoint, events) -> {
            throw new IllegalStateException("the disk is full");
        });
        assertThatThrownBy(() -> office.checkpoint(LogName.WBS)).hasMessage("the disk is full");
        assertThat(office.leaves.latest(LogName.WBS)).isEmpty();
        assertThatThrownBy(() -> office.leaves.follow()).hasMessage("the disk is full");
        office.leaves.publishThrough((origin, checkpoint, events) -> {
            assertThat(office.leaves.latest(LogName.WBS)).isEmpty();
            assertThat(events).isEqualTo(2);
            heard.add(checkpoint);
        });
        office.leaves.follow();
        assertThat(office.leaves.latest(LogName.WBS)).contains(heard.getFirst());
    }
}
