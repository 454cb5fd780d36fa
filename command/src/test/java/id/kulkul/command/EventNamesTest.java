package id.kulkul.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.crypto.log.EventType;
import id.kulkul.crypto.log.EventTypes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    @Test
    void a_stored_name_is_no_class_name() {
        assertThat(EventNames.nameOf(ReportSubmitted.class)).contains("report-submitted");
        assertThat(EventNames.classOf("report-submitted")).contains(ReportSubmitted.class);
        assertThat(EventNames.nameOf(String.class)).isEmpty();
        assertThat(EventNames.classOf(ReportSubmitted.class.getName())).isEmpty();
    }

    @Test
    void every_event_of_every_aggregate_stands_in_the_table_of_numbers_and_no_other() {
        assertThat(EventNames.all())
                .containsExactlyInAnyOrderElementsOf(EventTypes.standard().events().stream()
                        .map(EventType::name)
                        .toList());
    }

    @Test
    void every_event_belongs_to_the_aggregate_that_the_table_says() {
        EventNames.FAMILIES.forEach(
                (aggregate, family) -> assertThat(namesOf(family)).as(aggregate).allSatisfy(name -> assertThat(
                                EventTypes.standard().event(aggregate, name))
                        .isPresent()));
    }

    private static List<String> namesOf(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(type -> EventNames.nameOf(type).orElseThrow())
                .collect(Collectors.toList());
    }
}
