package id.kulkul.command.loss;

import static id.kulkul.command.loss.LossRejection.NOTHING_LOST;
import static id.kulkul.command.loss.LossRejection.NOT_CLOSED;
import static id.kulkul.command.report.Samples.digest;
import static id.kulkul.command.report.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.loss.LossCommand.DeclareContentsLost;
import id.kulkul.command.loss.LossCommand.DeclareLogRestored;
import id.kulkul.command.loss.LossEvent.ContentsLost;
import id.kulkul.command.loss.LossEvent.LogRestored;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final LossesId ID = LossesId.of(id(1));
    private static final String ORIGIN = "kulkul/11111111111111111111111111111111/wbs";
    private static final LogRestored LOG = new LogRestored(ID, ORIGIN, 328, digest(1), 320, ORIGIN + "/2");
    private static final DeclareLogRestored DECLARE =
            new DeclareLogRestored(ID, ORIGIN, 328, digest(1), 320, ORIGIN + "/2");
    private final FixtureConfiguration<Losses> losses = new AggregateTestFixture<>(Losses.class);

    @Test
    void a_loss_is_recorded_as_it_was_declared() {
        losses.givenNoPriorActivity().when(DECLARE).expectEvents(LOG);
        losses.given(LOG)
                .when(new DeclareContentsLost(ID, 3, 1, digest(2)))
                .expectEvents(new ContentsLost(ID, 3, 1, digest(2)));
    }

    @Test
    void the_same_loss_again_changes_nothing() {
        losses.given(LOG).when(DECLARE).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_second_loss_of_the_same_log_is_another_one() {
        losses.given(LOG)
                .when(new DeclareLogRestored(ID, ORIGIN, 336, digest(3), 328, ORIGIN + "/3"))
                .expectEvents(new LogRestored(ID, ORIGIN, 336, digest(3), 328, ORIGIN + "/3"));
    }

    @Test
    void nothing_lost_is_no_loss() {
        losses.givenNoPriorActivity()
                .when(new DeclareContentsLost(ID, 0, 0, digest(2)))
                .expectExceptionDetails(NOTHING_LOST);
        losses.givenNoPriorActivity()
                .when(new DeclareContentsLost(ID, -1, 2, digest(2)))
                .expectExceptionDetails(NOTHING_LOST);
        losses.givenNoPriorActivity()
                .when(new DeclareLogRestored(ID, ORIGIN, -1, digest(1), 0, ORIGIN + "/2"))
                .expectExceptionDetails(NOTHING_LOST);
        losses.givenNoPriorActivity()
                .when(new DeclareLogRestored(ID, ORIGIN, 8, digest(1), -1, ORIGIN + "/2"))
                .expectExceptionDetails(NOTHING_LOST);
    }

    @Test
    void a_log_goes_on_in_another_origin() {
        losses.givenNoPriorActivity()
                .when(new DeclareLogRestored(ID, ORIGIN, 328, digest(1), 320, ORIGIN))
                .expectExceptionDetails(NOT_CLOSED);
    }

    @Test
    void a_first_declaration_without_another_origin_is_read_for_ever() {
        losses.given(new LogRestored(ID, ORIGIN, 328, digest(1), 320, null))
                .when(DECLARE)
                .expectEvents(LOG);
    }

    @Test
    void an_organisation_has_one_stream_of_losses_whose_id_is_no_random_one() {
        assertThat(ID).isEqualTo(LossesId.of(id(1))).isNotEqualTo(LossesId.of(id(2)));
        assertThat(ID.value().version()).isEqualTo(8);
        assertThat(ID.value().variant()).isEqualTo(2);
    }
}
