package id.kulkul.command.flood;

import static id.kulkul.command.flood.FloodRejection.*;
import static id.kulkul.command.report.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.flood.FloodCommand.ConfirmSettingAside;
import id.kulkul.command.flood.FloodCommand.ProposeSettingAside;
import id.kulkul.command.flood.FloodCommand.UndoSettingAside;
import id.kulkul.command.flood.FloodEvent.SettingAsideConfirmed;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.command.flood.FloodEvent.SettingAsideUndone;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final UUID AYU = id(0xa1);
    private static final UUID MADE = id(0xa2);
    private static final UUID AUDITOR = id(0xb1);
    private static final List<UUID> READERS = List.of(AYU, MADE);
    private static final List<UUID> REPORTS = List.of(id(0x31), id(0x32));
    private static final FloodId FLOOD = FloodId.of(id(0x11), id(0x77), READERS);
    private static final SettingAsideProposed PROPOSED = new SettingAsideProposed(FLOOD, AYU, REPORTS, READERS);
    private static final SettingAsideConfirmed CONFIRMED = new SettingAsideConfirmed(FLOOD, MADE);
    private static final SettingAsideUndone UNDONE = new SettingAsideUndone(FLOOD, MADE);

    private final FixtureConfiguration<Flood> flood = new AggregateTestFixture<>(Flood.class);

    @Test
    void a_reader_proposes_to_set_reports_aside() {
        flood.givenNoPriorActivity().when(propose(AYU, REPORTS)).expectEvents(PROPOSED);
    }

    @Test
    void each_report_and_reader_stands_in_it_once_and_in_the_order_of_the_ids() {
        var twice = List.of(id(0x32), id(0x31), id(0x32));
        flood.givenNoPriorActivity()
                .when(new ProposeSettingAside(FLOOD, AYU, twice, List.of(MADE, AYU, MADE)))
                .expectEvents(PROPOSED);
    }

    @Test
    void nothing_is_no_flood() {
        flood.givenNoPriorActivity().when(propose(AYU, List.of())).expectExceptionDetails(NO_REPORT);
    }

    @Test
    void ten_thousand_reports_are_set_aside_in_one_act_and_not_one_more() {
        flood.givenNoPriorActivity().when(propose(AYU, reports(10_000))).expectSuccessfulHandlerExecution();
        flood.givenNoPriorActivity().when(propose(AYU, reports(10_001))).expectExceptionDetails(TOO_MANY);
    }

    @Test
    void whoever_may_not_read_every_report_proposes_nothing() {
        flood.givenNoPriorActivity().when(propose(AUDITOR, REPORTS)).expectExceptionDetails(NOT_A_READER);
    }

    @Test
    void what_only_one_person_may_read_nobody_could_confirm() {
        flood.givenNoPriorActivity()
                .when(new ProposeSettingAside(FLOOD, AYU, REPORTS, List.of(AYU)))
                .expectExceptionDetails(NO_SECOND_READER);
    }

    @Test
    void the_id_is_none_that_a_report_or_a_person_has() {
        flood.givenNoPriorActivity()
                .when(new ProposeSettingAside(FloodId.parse("00000000000040008000000000000001"), AYU, REPORTS, READERS))
                .expectExceptionDetails(WRONG_ID);
        assertThat(FLOOD.value().version()).isEqualTo(8);
        assertThat(FLOOD.value().variant()).isEqualTo(2);
        assertThat(FLOOD)
                .isEqualTo(FloodId.of(id(0x11), id(0x77), List.of(MADE, AYU)))
                .isNotEqualTo(FloodId.of(id(0x12), id(0x77), READERS))
                .isNotEqualTo(FloodId.of(id(0x11), id(0x78), READERS))
                .isNotEqualTo(FloodId.of(id(0x11), id(0x77), List.of(AYU)));
    }

    @Test
    void the_same_form_sent_twice_is_one_proposal() {
        flood.given(PROPOSED).when(propose(AYU, REPORTS)).expectExceptionDetails(ALREADY_PROPOSED);
    }

    @Test
    void another_reader_confirms() {
        flood.given(PROPOSED).when(new ConfirmSettingAside(FLOOD, MADE)).expectEvents(CONFIRMED);
    }

    @Test
    void whoever_proposed_cannot_confirm() {
        flood.given(PROPOSED).when(new ConfirmSettingAside(FLOOD, AYU)).expectExceptionDetails(SAME_PERSON);
    }

    @Test
    void nobody_who_may_not_read_every_report_confirms_or_takes_back() {
        flood.given(PROPOSED).when(new ConfirmSettingAside(FLOOD, AUDITOR)).expectExceptionDetails(NOT_A_READER);
        flood.given(PROPOSED, CONFIRMED)
                .when(new UndoSettingAside(FLOOD, AUDITOR, true))
                .expectExceptionDetails(NOT_A_READER);
    }

    @Test
    void what_is_confirmed_is_not_confirmed_again() {
        flood.given(PROPOSED, CONFIRMED)
                .when(new ConfirmSettingAside(FLOOD, MADE))
                .expectExceptionDetails(ALREADY_CONFIRMED);
    }

    @Test
    void a_proposal_that_was_never_made_is_neither_confirmed_nor_taken_back() {
        flood.givenNoPriorActivity()
                .when(new ConfirmSettingAside(FLOOD, MADE))
                .expectException(AggregateNotFoundException.class);
        flood.givenNoPriorActivity()
                .when(new UndoSettingAside(FLOOD, MADE, false))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void any_reader_takes_it_back_before_and_after_it_is_confirmed() {
        flood.given(PROPOSED).when(new UndoSettingAside(FLOOD, MADE, false)).expectEvents(UNDONE);
        flood.given(PROPOSED, CONFIRMED)
                .when(new UndoSettingAside(FLOOD, AYU, true))
                .expectEvents(new SettingAsideUndone(FLOOD, AYU));
    }

    @Test
    void whoever_withdraws_a_proposal_does_not_undo_what_was_confirmed_since() {
        flood.given(PROPOSED, CONFIRMED)
                .when(new UndoSettingAside(FLOOD, AYU, false))
                .expectExceptionDetails(CONFIRMED_SINCE)
                .expectNoEvents();
    }

    @Test
    void what_was_taken_back_is_neither_confirmed_nor_taken_back_again() {
        flood.given(PROPOSED, UNDONE).when(new ConfirmSettingAside(FLOOD, MADE)).expectExceptionDetails(ALREADY_UNDONE);
        flood.given(PROPOSED, CONFIRMED, UNDONE)
                .when(new UndoSettingAside(FLOOD, AYU, true))
                .expectExceptionDetails(ALREADY_UNDONE);
    }

    private static ProposeSettingAside propose(UUID by, List<UUID> reports) {
        return new ProposeSettingAside(FLOOD, by, reports, READERS);
    }

    private static List<UUID> reports(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(value -> id(value)).toList();
    }
}
