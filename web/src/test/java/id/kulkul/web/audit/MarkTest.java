package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.web.seen.Past;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands above the slider says of nobody what somebody else did. */
class MarkTest {
    private static final UUID CASE = new UUID(1, 2);

    private final Past past = new Past();

    @Test
    void every_missed_deadline_is_late_and_none_is_the_reporters() {
        var timeline = timeline("report-submitted", "deadline-missed", "deadline-missed", "reporter-replied");
        var missed = timeline.missed(List.of());
        assertThat(missed).hasSize(2);
        assertThat(Mark.of(EventTypes.standard(), timeline, List.of(), missed))
                .extracting(Mark::kind)
                .containsExactly("reporter", "late", "late", "reporter");
    }

    @Test
    void an_event_from_which_on_a_duty_was_late_is_late_beside_the_one_that_records_it() {
        var timeline = timeline("report-submitted", "item-opened", "deadline-missed");
        assertThat(timeline.missed(List.of(1L)))
                .containsExactly(timeline.get(1).leaf(), timeline.get(2).leaf());
    }

    @Test
    void what_nobody_is_named_for_is_the_reporters_only_where_reporters_do_it() {
        var timeline = timeline("report-submitted", "deadline-missed", "report-acknowledged", "reporter-replied");
        assertThat(Mark.of(EventTypes.standard(), timeline, List.of(), List.of()))
                .extracting(Mark::kind)
                .containsExactly("reporter", "office", "office", "reporter");
    }

    private Timeline timeline(String... names) {
        for (var name : names) past.append("report", CASE, name, new byte[] {'{', '}'});
        past.sign();
        return Timeline.of(new Subject("report", CASE, LogName.WBS, "WBS-1"), past, past.leaves);
    }
}
