package id.kulkul.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.command.staff.Role;
import id.kulkul.crypto.log.EventType;
import id.kulkul.crypto.log.EventTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    private static final int LAST_WITHOUT_FAMILY = 44;
    private static final EventNames NAMES = EventNames.standard();

    /** Two records of it have the simple names of events that a report has. */
    private sealed interface FixtureEvent {
        record ItemOpened() implements FixtureEvent {}

        record FixtureBegun() implements FixtureEvent {}
    }

    @SuppressWarnings("UnusedNestedClass") // found through the sealed family
    private sealed interface Twice {
        record Begun() implements Twice {}

        record TwiceBegun() implements Twice {}
    }

    @Test
    void a_stored_name_is_no_class_name() {
        assertThat(NAMES.nameOf(ReportSubmitted.class)).contains("report-submitted");
        assertThat(NAMES.classOf("report-submitted")).contains(ReportSubmitted.class);
        assertThat(NAMES.nameOf(String.class)).isEmpty();
        assertThat(NAMES.classOf(ReportSubmitted.class.getName())).isEmpty();
    }

    @Test
    void every_event_of_every_aggregate_stands_in_the_table_of_numbers_and_no_other() {
        assertThat(NAMES.all())
                .containsExactlyInAnyOrderElementsOf(EventTypes.standard().events().stream()
                        .map(EventType::name)
                        .toList());
    }

    @Test
    void every_event_belongs_to_the_aggregate_that_the_table_says() {
        NAMES.families().forEach((aggregate, family) -> assertThat(namesOf(family))
                .as(aggregate)
                .allSatisfy(name ->
                        assertThat(EventTypes.standard().event(aggregate, name)).isPresent()));
    }

    @Test
    void two_kinds_of_case_may_have_an_event_of_the_same_short_name() {
        var both = new EventNames(Map.of("report", ReportEvent.class, "fixture", FixtureEvent.class));
        assertThat(both.of(new FixtureEvent.ItemOpened())).isEqualTo("fixture-item-opened");
        assertThat(both.of(new FixtureEvent.FixtureBegun())).isEqualTo("fixture-begun");
        assertThat(both.classOf("item-opened")).contains(ReportEvent.ItemOpened.class);
        assertThat(both.classOf("fixture-item-opened")).contains(FixtureEvent.ItemOpened.class);
        var stored = EventJson.serializer(both).serialize(new FixtureEvent.ItemOpened(), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("fixture-item-opened");
        assertThat(EventJson.serializer(both).<byte[], Object>deserialize(stored))
                .isEqualTo(new FixtureEvent.ItemOpened());
    }

    /** How a report came, and which role somebody got, are asked of those events themselves. */
    private static final Set<Class<?>> NO_CODES = Set.of(ReportOrigin.class, Role.class, ReportAct.class);

    /**
     * What lists and histories ask of an event is asked through its faces: one that was forgotten would be an event of
     * nobody.
     */
    @Test
    void an_event_with_a_person_a_code_or_items_has_the_face_that_says_so() {
        NAMES.families().values().forEach(family -> {
            for (var event : family.getPermittedSubclasses()) {
                for (var part : event.getRecordComponents()) {
                    if (part.getName().equals("by")) assertThat(event).isAssignableTo(Acted.class);
                    if (part.getName().equals("items")) assertThat(event).isAssignableTo(AcceptsItems.class);
                    var isCode = part.getType().isEnum() && !NO_CODES.contains(part.getType());
                    if (isCode) assertThat(event).isAssignableTo(Coded.class);
                }
            }
        });
    }

    @Test
    void one_family_that_would_store_two_events_under_one_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventNames(Map.of("twice", Twice.class)));
        assertThatIllegalArgumentException().isThrownBy(() -> NAMES.of("no event"));
    }

    @Test
    void a_new_name_begins_with_its_family() {
        assertThat(EventTypes.standard().events().stream()
                        .filter(type -> type.code() > LAST_WITHOUT_FAMILY)
                        .filter(type -> !type.name().startsWith(type.aggregate().name() + "-")))
                .isEmpty();
    }

    private static List<String> namesOf(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(type -> NAMES.nameOf(type).orElseThrow())
                .collect(Collectors.toList());
    }
}
