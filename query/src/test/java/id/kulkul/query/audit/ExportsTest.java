package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.tools.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private final Office office = Office.busy();
    private final Path directory;

    ExportsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void an_export_of_each_log_is_valid_under_root_and_policy() throws IOException {
        assertThat(verify(office.exports().log(LogName.WBS))).startsWith("0 VALID size=24 ");
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("0 VALID size=3 ");
        assertThat(verify(office.exports().log(LogName.BIDS))).startsWith("1 INVALID reason=checkpoint-missing");
    }

    @Test
    void the_first_mark_signs_even_an_empty_log_so_that_there_is_a_checkpoint_to_keep() throws IOException {
        assertThat(office.leaves.latest(LogName.BIDS)).isEmpty();
        office.checkpoint(LogName.BIDS);
        office.checkpoint(LogName.BIDS);
        assertThat(office.leaves.latest(LogName.BIDS).orElseThrow().size()).isZero();
        assertThat(verify(office.exports().log(LogName.BIDS))).startsWith("0 VALID size=0 ");
    }

    @Test
    void an_export_of_a_case_is_valid_and_holds_what_is_covered_only() throws IOException {
        assertThat(verify(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1))))
                .startsWith("2 VALID size=24 ");
        Path whole = Files.write(
                directory.resolve("whole"), office.exports().log(LogName.WBS).toList());
        assertThat(verify(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1)), "--checkpoint", whole.toString()))
                .startsWith("0 VALID size=24 ");
        List<String> third =
                office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 3)).toList();
        assertThat(third.getLast()).contains("report-submitted");
        assertThat(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 9))).isEmpty();
    }

    @Test
    void an_export_of_a_case_that_lacks_an_event_is_not_valid() throws IOException {
        office.rows.remove(3);
        assertThat(verify(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1))))
                .startsWith("1 INVALID index=9 reason=sequence-gap");
        office.restart();
        assertThat(verify(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1))))
                .startsWith("1 INVALID index=9 reason=sequence-gap");
    }

    @Test
    void a_log_that_was_signed_again_at_its_size_is_valid_and_one_with_another_root_there_is_not() throws IOException {
        for (int hour = 1; hour <= 3; hour++) openAgainAfter(3600);
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("0 VALID size=3 ");
        office.rows.staff(3, "staff-registered");
        openAgainAfter(10);
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("0 VALID size=4 ");
        List<String> lines = new ArrayList<>(office.exports().log(LogName.OPEN).toList());
        Cut split = new Cut(
                office.leaves.origin(LogName.OPEN),
                office.leaves.lastMark(LogName.OPEN).orElseThrow().plusSeconds(1),
                4,
                Digest.sha256(),
                0,
                new UUID(0, 0),
                List.of(),
                Naming.NOTHING);
        office.exports()
                .line(
                        office.leaves.origin(LogName.OPEN),
                        office.rows.checkpoint(split.signed(Office.keys(LogName.OPEN))))
                .ifPresent(line -> lines.add(line.text()));
        assertThat(verify(lines.stream())).startsWith("1 INVALID index=4 reason=root-differs");
    }

    private void openAgainAfter(long seconds) {
        Instant mark = office.leaves.lastMark(LogName.OPEN).orElseThrow().plusSeconds(seconds);
        office.store(office.leaves
                .cut(LogName.OPEN, mark, Marks.standard(LogName.OPEN))
                .orElseThrow());
    }

    @Test
    void a_history_whose_clock_was_ahead_once_is_valid_under_marks_that_go_on() throws IOException {
        Marks marks = Marks.standard(LogName.WBS);
        Instant now = office.leaves.lastMark(LogName.WBS).orElseThrow();
        office.store(office.leaves
                .cut(LogName.WBS, now.plus(Duration.ofDays(3)), marks)
                .orElseThrow());
        for (int quarter = 1; quarter <= 3; quarter++) {
            office.rows.report(2, "item-opened");
            Instant then = now.plusSeconds(900L * quarter);
            Instant mark = Marks.onwards(then, office.leaves.lastMark(LogName.WBS), then);
            office.store(office.leaves.cut(LogName.WBS, mark, marks).orElseThrow());
        }
        assertThat(office.leaves.lastMark(LogName.WBS))
                .contains(now.plus(Duration.ofDays(3)).plusSeconds(3));
        assertThat(verify(office.exports().log(LogName.WBS))).startsWith("0 VALID ");
    }

    @Test
    void an_export_says_nothing_of_other_logs_or_global_indexes() {
        List<String> lines = office.exports().log(LogName.WBS).toList();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"e\""))
                .hasSize(5)
                .allMatch(line -> line.contains("\"aggregateType\":\"report\""));
        assertThat(lines).noneMatch(line -> line.contains("staff-registered") || line.contains("\"index\""));
    }

    @Test
    void nothing_is_read_before_a_line_is_asked_for() {
        StoredEvents closed = new StoredEvents() {
            @Override
            public List<StoredEvent> read(Position from, int max) {
                throw new IllegalStateException("read too early");
            }

            @Override
            public Optional<StoredEvent> one(String aggregate, long sequence) {
                throw new IllegalStateException("read too early");
            }

            @Override
            public long size() {
                return office.rows.size();
            }
        };
        Exports exports = new Exports(closed, office.leaves, () -> new Published(List.of(), List.of()));
        for (Stream<String> file :
                List.of(exports.log(LogName.WBS), exports.ofCase(LogName.WBS, new UUID(0xca5e, 1)))) {
            Iterator<String> lines = file.iterator();
            assertThatThrownBy(() -> lines.forEachRemaining(line -> {})).hasMessage("read too early");
        }
    }

    @Test
    void events_after_the_cut_stay_out_until_they_are_covered() throws IOException {
        Cut cut = office.cut(LogName.WBS).orElseThrow();
        office.rows.report(3, "report-acknowledged");
        office.store(cut);
        assertThat(verify(office.exports().log(LogName.WBS))).startsWith("0 VALID size=32 ");
    }

    @Test
    void a_changed_or_lost_row_is_named_by_its_leaf_index() throws IOException {
        office.rows.flip(8, 3);
        office.restart();
        assertThat(verify(office.exports().log(LogName.WBS))).isEqualTo("1 INVALID index=9 reason=event-altered");
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("0 VALID");
        Office other = Office.busy();
        other.rows.remove(6);
        other.restart();
        assertThat(verify(other.exports().log(LogName.WBS))).isEqualTo("1 INVALID index=8 reason=event-missing");
    }

    @Test
    void the_same_without_a_restart_is_named_too() throws IOException {
        office.rows.flip(3, 2);
        assertThat(verify(office.exports().log(LogName.WBS))).isEqualTo("1 INVALID index=1 reason=event-altered");
        assertThat(verify(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1))))
                .isEqualTo("1 INVALID index=1 reason=not-included");
    }

    private String verify(Stream<String> lines, String... more) throws IOException {
        Path export = directory.resolve("export");
        Files.write(export, lines.toList());
        Path policy = Files.writeString(directory.resolve("policy"), Office.POLICY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String root = Office.ROOT.publicKey().rootFingerprint().hex();
        List<String> arguments =
                new ArrayList<>(List.of(export.toString(), "--root", root, "--policy", policy.toString()));
        arguments.addAll(List.of(more));
        int exit = Verify.run(arguments, print, print);
        return exit + " " + out.toString(StandardCharsets.UTF_8).lines().reduce("", (before, line) -> line);
    }
}
