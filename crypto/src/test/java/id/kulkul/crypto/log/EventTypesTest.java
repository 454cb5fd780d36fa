package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {

    private final EventTypes types = EventTypes.standard();

    @Test
    void numbers_once_given_stay() {
        assertThat(types.aggregate("report")).contains(new AggregateType(1, "report", LogName.WBS, "WBS"));
        assertThat(types.aggregate("channel")).contains(new AggregateType(2, "channel", LogName.OPEN, null));
        assertThat(types.aggregate("staff-member")).contains(new AggregateType(3, "staff-member", LogName.OPEN, null));
        assertThat(types.aggregate("checkpoints")).contains(new AggregateType(4, "checkpoints", null, null));
        assertThat(types.event("checkpoints", "checkpoint-recorded")
                        .orElseThrow()
                        .code())
                .isEqualTo(1);
        assertThat(types.event("channel", "manifest-published").orElseThrow().code())
                .isEqualTo(2);
    }

    /** The ranges stand in the remarks above the table. */
    @Test
    void numbers_that_are_kept_free_go_to_those_for_whom_they_are_kept() throws IOException {
        String table;
        try (var in = EventTypes.class.getResourceAsStream("event-types.tsv")) {
            table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var ranges = Pattern.compile("([a-z]+) (\\d+)-(\\d+)")
                .matcher(table)
                .results()
                .toList();
        assertThat(ranges).hasSize(7);
        for (var range : ranges) {
            int first = Integer.parseInt(range.group(2));
            int last = Integer.parseInt(range.group(3));
            assertThat(types.events())
                    .filteredOn(type -> first <= type.code() && type.code() <= last)
                    .allSatisfy(type -> assertThat(type.aggregate().name()).isEqualTo(range.group(1)));
        }
    }

    @Test
    void an_event_belongs_to_one_aggregate_only() {
        assertThat(types.event("report", "manifest-published")).isEmpty();
        assertThat(types.event("nobody", "manifest-published")).isEmpty();
    }

    @Test
    void numbers_fit_their_fields_and_remarks_count_for_nothing() {
        EventTypes table = EventTypes.of("""
                # a remark

                aggregate\t255\ta\tnone\t-
                aggregate\t1\tb\twbs\tABC
                event\t65535\ta\tx\tsystem\t-
                event\t1\tb\tx\treporter\tbegins
                """);
        assertThat(table.aggregates()).extracting(AggregateType::code).containsExactly(255, 1);
        assertThat(table.events()).extracting(EventType::code).containsExactly(65535, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate\t1\ta\twbs\t-\naggregate\t1\tb\twbs\t-",
                "aggregate\t1\ta\twbs\t-\naggregate\t2\ta\twbs\t-",
                "aggregate\t1\ta\tsomewhere\t-",
                "aggregate\t256\ta\twbs\t-",
                "aggregate\t0\ta\twbs\t-",
                "aggregate\t1\ta\twbs\t-\nevent\t65536\ta\tx\tsystem\t-",
                "aggregate\t1\ta\twbs\textra",
                "event\t1\ta\tb",
                "aggregate\t1\ta\twbs\t-\nevent\t1\ta\tx\tsystem\t-\nevent\t1\ta\ty\tsystem\t-",
                "aggregate\t1\ta\twbs\t-\nevent\t1\ta\tx\tsystem\t-\nevent\t2\ta\tx\tsystem\t-",
                "aggregate\t1\ta\twbs\t-\nevent\t0\ta\tx\tsystem\t-",
                "aggregat\t1\ta\twbs\t-",
                "aggregate\t1\ta\twbs\t-\nevent\t1\ta\tx\tsomebody\t-",
                "aggregate\t1\ta\twbs\t-\nevent\t1\ta\tx\tsystem\tlater",
                "aggregate\t1\ta\twbs",
                "aggregate 1 a wbs"
            })
    void a_table_that_gives_anything_twice_is_refused(String table) {
        assertThatThrownBy(() -> EventTypes.of(table)).isInstanceOf(IllegalArgumentException.class);
    }
}
