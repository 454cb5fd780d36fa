package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Refused;
import id.kulkul.web.seen.Past;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever number of a log is typed, the moment that it means is shown, and a row that is gone is not covered up. */
class IndexesTest {
    private final Past past = new Past();
    private @Nullable Position gone;

    /** The same rows without one of them. */
    private final StoredEvents history = new StoredEvents() {
        @Override
        public List<StoredEvent> read(Position from, int max) {
            return past.read(from, max).stream()
                    .filter(row -> !row.position().equals(gone))
                    .toList();
        }

        @Override
        public Optional<StoredEvent> one(String aggregate, long sequence) {
            return past.one(aggregate, sequence);
        }

        @Override
        public long size() {
            return past.size();
        }
    };

    private final Indexes indexes = new Indexes(past.leaves, history);

    @Test
    void the_number_of_an_event_is_that_event() {
        past.report().report().sign();
        for (LeafIndex leaf : events()) assertThat(shown(leaf)).isEqualTo(leaf);
    }

    @Test
    void any_other_number_is_the_nearest_event_before_it_or_else_the_first() {
        past.report().sign().report().sign();
        List<LeafIndex> events = events();
        for (long number = 0; number < past.leaves.size(LogName.WBS) + 3; number++) {
            LeafIndex typed = new LeafIndex(LogName.WBS, number);
            LeafIndex nearest = events.stream()
                    .filter(event -> event.value() <= typed.value())
                    .reduce((older, newer) -> newer)
                    .orElse(events.getFirst());
            assertThat(shown(typed)).as(typed.text()).isEqualTo(nearest);
        }
    }

    @Test
    void an_event_whose_row_is_gone_is_no_padding() {
        past.report().report().sign();
        LeafIndex leaf = events().getLast();
        gone = past.leaves.position(leaf).orElseThrow();
        assertThatThrownBy(() -> shown(leaf)).isInstanceOf(Refused.class).hasMessage("audit/row-missing");
    }

    private LeafIndex shown(LeafIndex typed) {
        return indexes.of(typed.text(), LogName.WBS).leaf();
    }

    /** The numbers of the reports, in their order. */
    private List<LeafIndex> events() {
        return past.read(Position.FIRST, Integer.MAX_VALUE).stream()
                .filter(row -> row.name().equals("report-submitted"))
                .map(row -> past.leaves.leafIndexOf(LogName.WBS, Hex16.parse(row.aggregate()), row.sequence()))
                .flatMap(Optional::stream)
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }
}
