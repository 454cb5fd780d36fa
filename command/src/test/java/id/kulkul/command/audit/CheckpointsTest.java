package id.kulkul.command.audit;

import static id.kulkul.command.audit.CheckpointRejection.*;
import static id.kulkul.command.report.Samples.digest;
import static id.kulkul.command.report.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static final String ORIGIN = "kulkul/11111111111111111111111111111111/wbs";
    private static final CheckpointsId DAY = CheckpointsId.of(ORIGIN, LocalDate.of(1970, 1, 1), 0);
    private static final Octets NO_LEAVES = Octets.of(new byte[0]);
    private static final CheckpointRecorded FIRST = event(900_000, 8, digest(1), 7);
    private final FixtureConfiguration<Checkpoints> checkpoints = new AggregateTestFixture<>(Checkpoints.class);

    @Test
    void a_checkpoint_is_kept_whole() {
        checkpoints
                .givenNoPriorActivity()
                .when(command(900_000, 8, digest(1), 7))
                .expectEvents(FIRST);
    }

    @Test
    void the_same_checkpoint_again_changes_nothing() {
        checkpoints
                .given(FIRST)
                .when(command(900_000, 8, digest(1), 7))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void marks_only_grow() {
        checkpoints
                .given(FIRST)
                .when(command(1_800_000, 16, digest(2), 8))
                .expectEvents(event(1_800_000, 16, digest(2), 8));
        checkpoints.given(FIRST).when(command(900_000, 16, digest(2), 8)).expectExceptionDetails(MARK_NOT_LATER);
    }

    @Test
    void a_tree_never_shrinks() {
        checkpoints.given(FIRST).when(command(1_800_000, 7, digest(2), 0)).expectExceptionDetails(SHRUNK);
        checkpoints.given(FIRST).when(command(1_800_000, 9, digest(2), 2)).expectExceptionDetails(SHRUNK);
        checkpoints
                .givenNoPriorActivity()
                .when(command(900_000, 6, digest(1), 7))
                .expectExceptionDetails(SHRUNK);
    }

    @Test
    void a_log_may_begin_with_padding_alone() {
        checkpoints
                .givenNoPriorActivity()
                .when(command(900_000, 7, digest(1), 7))
                .expectEvents(event(900_000, 7, digest(1), 7));
    }

    @Test
    void rejections_have_stable_codes() {
        assertThat(MARK_NOT_LATER.code()).isEqualTo("checkpoints/mark-not-later");
    }

    @Test
    void one_size_has_one_root() {
        checkpoints.given(FIRST).when(command(1_800_000, 8, digest(2), 0)).expectExceptionDetails(SPLIT_VIEW);
    }

    @Test
    void the_same_tree_is_signed_again_under_a_later_mark() {
        checkpoints
                .given(FIRST)
                .when(command(3_600_000, 8, digest(1), 0))
                .expectEvents(event(3_600_000, 8, digest(1), 0));
        checkpoints.given(FIRST).when(command(900_000, 8, digest(1), 0)).expectExceptionDetails(MARK_NOT_LATER);
    }

    @Test
    void a_mark_one_second_later_is_a_later_one() {
        checkpoints
                .given(FIRST)
                .when(command(901_000, 16, digest(2), 8))
                .expectEvents(event(901_000, 16, digest(2), 8));
    }

    @Test
    void a_checkpoint_belongs_to_the_day_of_its_mark() {
        checkpoints
                .givenNoPriorActivity()
                .when(command(86_400_000, 8, digest(1), 7))
                .expectExceptionDetails(WRONG_DAY);
    }

    @Test
    void the_day_of_a_log_has_one_id() {
        assertThat(DAY).hasToString("" + CheckpointsId.parse(DAY.toString()));
        assertThat(DAY).isNotEqualTo(CheckpointsId.of(ORIGIN, LocalDate.of(1970, 1, 2), 0));
    }

    @Test
    void a_day_has_further_streams_whose_ids_no_stranger_can_bring() {
        var next = CheckpointsId.of(ORIGIN, LocalDate.of(1970, 1, 1), 1);
        assertThat(List.of(DAY, next)).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.value().version()).isEqualTo(8);
            assertThat(id.value().variant()).isEqualTo(2);
        });
        var command = command(900_000, 8, digest(1), 7);
        checkpoints.givenNoPriorActivity().when(command.in(next, 1)).expectEvents(in(next));
        checkpoints.givenNoPriorActivity().when(command.in(next, 2)).expectExceptionDetails(WRONG_DAY);
    }

    @Test
    void a_day_that_began_in_a_stream_of_the_first_form_goes_on_there_and_no_new_one_begins_so() {
        var old = CheckpointsId.ofFirstForm(ORIGIN, LocalDate.of(1970, 1, 1));
        checkpoints
                .given(in(old))
                .when(command(1_800_000, 16, digest(2), 8).in(old, 0))
                .expectSuccessfulHandlerExecution();
        checkpoints
                .given(in(old))
                .when(command(86_400_000, 16, digest(2), 8).in(old, 0))
                .expectExceptionDetails(WRONG_DAY);
        checkpoints
                .givenNoPriorActivity()
                .when(command(900_000, 8, digest(1), 7).in(old, 0))
                .expectExceptionDetails(WRONG_DAY);
    }

    private static CheckpointRecorded in(CheckpointsId stream) {
        return new CheckpointRecorded(stream, ORIGIN, 900_000, 8, digest(1), 7, id(9), "note", NO_LEAVES);
    }

    private static RecordCheckpoint command(long mark, long size, Digest root, long padding) {
        return new RecordCheckpoint(DAY, 0, ORIGIN, mark, size, root, padding, id(9), "note", NO_LEAVES);
    }

    private static CheckpointRecorded event(long mark, long size, Digest root, long padding) {
        return new CheckpointRecorded(DAY, ORIGIN, mark, size, root, padding, id(9), "note", NO_LEAVES);
    }
}
