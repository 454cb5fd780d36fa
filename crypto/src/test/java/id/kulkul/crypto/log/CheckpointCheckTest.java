package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckpointCheckTest {

    private static final Digest ROOT = Digest.sha256();

    private final Trust trust = new Trust(null);
    private final CheckpointCheck check = new CheckpointCheck(Fixtures.WBS, Fixtures.WBS, trust);

    @BeforeEach
    void believe() throws InvalidEvidence {
        trust.accept(new ExportLine.Policy(TrustPolicy.withoutWitnesses(List.of(Fixtures.KEYS))));
    }

    @Test
    void padding_is_at_most_4096_leaves_and_part_of_the_size() throws InvalidEvidence {
        assertRefused("too-much-padding", recorded(5000, -1, 0), 0);
        assertRefused("too-much-padding", recorded(5000, 4097, 0), 0);
        assertRefused("checkpoint-shrinks", recorded(4096, 4096, 0), 1);
        assertRefused("checkpoint-shrinks", recorded(7, 0, 0), 8);
        assertThat(check.signed(recorded(4097, 4096, 0), 1).checkpoint().size()).isEqualTo(4097);
    }

    @Test
    void each_mark_is_later_than_the_one_before() throws InvalidEvidence {
        check.signed(recorded(8, 0, 1), 8);
        assertRefused("mark-not-later", recorded(8, 0, 1), 8);
        assertRefused("mark-not-later", recorded(8, 0, 0), 8);
        check.signed(recorded(8, 0, 2), 8);
    }

    @Test
    void the_note_says_what_the_record_says() {
        RecordedCheckpoint good = recorded(8, 0, 0);
        assertRefused("note-differs", with(9, good.root(), good.mark(), good.note()), 0);
        assertRefused("note-differs", with(8, Digest.ZERO, good.mark(), good.note()), 0);
        assertRefused("mark-differs", with(8, good.root(), good.mark() + 1, good.note()), 0);
    }

    @Test
    void the_note_carries_the_lines_of_the_log_and_no_other() {
        RecordedCheckpoint good = recorded(8, 0, 0);
        String more = good.note() + "\u2014 example.org/w AAAAAAA=\n";
        assertRefused("missing-signature", with(8, good.root(), good.mark(), more), 0);
        String less = good.note().substring(0, good.note().lastIndexOf('\u2014'));
        assertRefused("missing-signature", with(8, good.root(), good.mark(), less), 0);
    }

    private void assertRefused(String reason, RecordedCheckpoint recorded, long before) {
        assertThatThrownBy(() -> check.signed(recorded, before)).hasMessage(reason);
    }

    private static RecordedCheckpoint recorded(long size, long padding, int seconds) {
        Instant mark = Fixtures.MARK.plusSeconds(seconds);
        String note = Fixtures.KEYS.sign(size, ROOT, mark).note();
        return new RecordedCheckpoint(mark.toEpochMilli(), size, ROOT, padding, Hex16.ZERO, note, List.of());
    }

    private static RecordedCheckpoint with(long size, Digest root, long mark, String note) {
        return new RecordedCheckpoint(mark, size, root, 0, Hex16.ZERO, note, List.of());
    }
}
