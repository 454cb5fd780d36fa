package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.PastList;
import id.kulkul.web.seen.Past;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No case that a checkpoint covers leaves the list, whatever becomes of its rows. */
class CasesTest {
    private final Past past = new Past();
    private boolean failing;
    private boolean altered;

    /** The same rows, which cannot be read for a while, or whose type somebody changed. */
    private final StoredEvents history = new StoredEvents() {
        @Override
        public List<StoredEvent> read(Position from, int max) {
            return past.read(from, max);
        }

        @Override
        public Optional<StoredEvent> one(String aggregate, long sequence) {
            if (failing) throw new IllegalStateException("as a test");
            return past.one(aggregate, sequence).map(row -> altered ? ofAnotherType(row) : row);
        }

        @Override
        public long size() {
            return past.size();
        }
    };

    private final Cases cases = new Cases(history, past.leaves, new Subjects(history, past.leaves));

    @Test
    void a_case_whose_row_could_not_be_read_once_is_there_the_next_time() {
        past.report().report().sign();
        failing = true;
        assertThatIllegalStateException().isThrownBy(this::listed);
        failing = false;
        assertThat(listed()).hasSize(2);
        assertThat(cases.count(LogName.WBS, past.leaves.coveredUpTo(LogName.WBS)))
                .isEqualTo(2);
    }

    @Test
    void a_case_whose_type_was_changed_is_still_a_case() {
        past.report().sign();
        altered = true;
        assertThat(listed()).singleElement().satisfies(row -> assertThat(row.number())
                .startsWith("WBS-"));
    }

    @Test
    void what_is_no_case_is_in_no_list() {
        past.report();
        past.append("flood", UUID.randomUUID(), "setting-aside-proposed", new byte[] {'{', '}'});
        past.sign();
        assertThat(listed()).hasSize(1);
    }

    @Test
    void a_list_that_was_cut_or_misses_a_case_holds_not_all() {
        assertThat(areAll(false)).isTrue();
        assertThat(areAll(true)).isFalse();
        past.report().sign();
        assertThat(areAll(false)).isFalse();
    }

    /** Of a list without a case. */
    private boolean areAll(boolean cut) {
        return cases.areAll(new PastList(List.of(), cut), LogName.WBS, past.leaves.coveredUpTo(LogName.WBS));
    }

    private List<Cases.Case> listed() {
        return cases.page(LogName.WBS, null, Locale.ENGLISH).rows();
    }

    private static StoredEvent ofAnotherType(StoredEvent row) {
        return new StoredEvent(
                row.position(),
                row.eventId(),
                "flood",
                row.aggregate(),
                row.sequence(),
                row.name(),
                row.revision(),
                row.time(),
                row.payload(),
                row.metadata());
    }
}
