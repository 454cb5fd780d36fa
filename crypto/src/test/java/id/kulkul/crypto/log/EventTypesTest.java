package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {

    private final EventTypes types = EventTypes.standard();

    @Test
    void numbers_once_given_stay() {
        assertThat(types.aggregate("report")).contains(new AggregateType(1, "report", LogName.WBS));
        assertThat(types.aggregate("channel")).contains(new AggregateType(2, "channel", LogName.OPEN));
        assertThat(types.aggregate("staff-member")).contains(new AggregateType(3, "staff-member", LogName.OPEN));
        assertThat(types.aggregate("checkpoints")).contains(new AggregateType(4, "checkpoints", null));
        assertThat(types.event("checkpoints", "checkpoint-recorded")
                        .orElseThrow()
                        .code())
                .isEqualTo(1);
        assertThat(types.event("channel", "manifest-published").orElseThrow().code())
                .isEqualTo(2);
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

                aggregate\t255\ta\tnone
                aggregate\t1\tb\twbs
                event\t65535\ta\tx
                event\t1\tb\tx
                """);
        assertThat(table.aggregates()).extracting(AggregateType::code).containsExactly(255, 1);
        assertThat(table.events()).extracting(EventType::code).containsExactly(65535, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate\t1\ta\twbs\naggregate\t1\tb\twbs",
                "aggregate\t1\ta\twbs\naggregate\t2\ta\twbs",
                "aggregate\t1\ta\tsomewhere",
                "aggregate\t256\ta\twbs",
                "aggregate\t0\ta\twbs",
                "aggregate\t1\ta\twbs\nevent\t65536\ta\tx",
                "aggregate\t1\ta\twbs\textra",
                "event\t1\ta\tb",
                "aggregate\t1\ta\twbs\nevent\t1\ta\tx\nevent\t1\ta\ty",
                "aggregate\t1\ta\twbs\nevent\t1\ta\tx\nevent\t2\ta\tx",
                "aggregate\t1\ta\twbs\nevent\t0\ta\tx",
                "aggregat\t1\ta\twbs",
                "aggregate 1 a wbs"
            })
    void a_table_that_gives_anything_twice_is_refused(String table) {
        assertThatThrownBy(() -> EventTypes.of(table)).isInstanceOf(IllegalArgumentException.class);
    }
}
