package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.tools.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a declared loss a log signs in another origin, over the leaves that it kept, and the other logs go on as they
 * were.
 */
class RestoredLogTest {
    private static final LogOrigin WBS = new LogOrigin(Rows.TENANT, LogName.WBS);
    private final Office office = Office.busy();
    private final Path directory;

    RestoredLogTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private void declare(LogOrigin old, @Nullable LogOrigin successor) {
        var losses = LossesId.of(Rows.TENANT);
        var kept = office.leaves.latest(old.log()).orElseThrow();
        String line = successor == null ? null : successor.text();
        var event = new LogRestored(losses, old.text(), kept.size() + 8, kept.root(), kept.size(), line);
        office.rows.append("losses", losses.value(), "log-restored", Rows.json(event));
        office.leaves.follow();
    }

    private static String origin(RecordedCheckpoint checkpoint) throws Exception {
        return SignedCheckpoint.parse(checkpoint.note()).checkpoint().origin();
    }

    @Test
    void the_next_checkpoint_is_signed_in_the_new_origin_with_the_old_indexes_below_it() throws Exception {
        RecordedCheckpoint closed = office.leaves.latest(LogName.WBS).orElseThrow();
        declare(WBS, WBS.next());
        assertThat(office.leaves.origin(LogName.WBS)).isEqualTo(WBS.next());
        assertThat(office.leaves.signedOrigin(LogName.WBS)).isEqualTo(WBS);
        office.checkpoint(LogName.WBS);
        RecordedCheckpoint first = office.leaves.latest(LogName.WBS).orElseThrow();
        assertThat(origin(first)).isEqualTo(WBS.next().text());
        assertThat(office.leaves.signedOrigin(LogName.WBS)).isEqualTo(WBS.next());
        assertThat(office.leaves.root(LogName.WBS, closed.size())).contains(closed.root());
        assertThat(office.leaves.leafIndexOf(LogName.WBS, new UUID(0xca5e, 1), 2))
                .hasValue(new LeafIndex(LogName.WBS, 9));
        assertThat(office.leaves.last(LogName.WBS, 1)).contains(closed);
        assertThat(office.leaves.last(LogName.WBS, 2)).contains(first);
        assertThat(office.leaves.last(LogName.WBS, 3)).isEmpty();
    }

    @Test
    void the_other_logs_go_on_and_the_open_one_holds_the_declaration() throws Exception {
        declare(WBS, WBS.next());
        office.checkpoint(LogName.OPEN);
        assertThat(origin(office.leaves.latest(LogName.OPEN).orElseThrow()))
                .isEqualTo(new LogOrigin(Rows.TENANT, LogName.OPEN).text());
        assertThat(office.leaves.leafIndexOf(
                        LogName.OPEN, LossesId.of(Rows.TENANT).value(), 0))
                .hasValue(new LeafIndex(LogName.OPEN, 3));
    }

    @Test
    void a_log_without_anything_new_is_signed_once_in_its_new_origin_and_never_at_the_mark_of_the_old() {
        var open = new LogOrigin(Rows.TENANT, LogName.OPEN);
        office.checkpoint(LogName.BIDS);
        var bids = new LogOrigin(Rows.TENANT, LogName.BIDS);
        var mark = office.leaves.lastMark(LogName.BIDS).orElseThrow();
        declare(bids, bids.next());
        Marks marks = Marks.standard(LogName.BIDS);
        assertThat(office.leaves.cut(LogName.BIDS, mark, marks)).isEmpty();
        office.store(
                office.leaves.cut(LogName.BIDS, mark.plusSeconds(10), marks).orElseThrow());
        assertThat(office.leaves.signedOrigin(LogName.BIDS)).isEqualTo(bids.next());
        assertThat(office.leaves.cut(LogName.BIDS, mark.plusSeconds(20), marks)).isEmpty();
        assertThat(office.leaves.origin(LogName.OPEN)).isEqualTo(open);
    }

    @Test
    void a_restart_finds_the_same_origin_be_it_signed_or_not() {
        declare(WBS, WBS.next());
        office.restart();
        assertThat(office.leaves.origin(LogName.WBS)).isEqualTo(WBS.next());
        office.checkpoint(LogName.WBS);
        office.restart();
        assertThat(office.leaves.signedOrigin(LogName.WBS)).isEqualTo(WBS.next());
        assertThat(office.leaves.damage(LogName.WBS)).isEmpty();
    }

    @Test
    void a_first_declaration_that_names_no_origin_changes_none() {
        declare(WBS, null);
        assertThat(office.leaves.origin(LogName.WBS)).isEqualTo(WBS);
        declare(WBS, WBS.next().next());
        declare(WBS, WBS.next());
        assertThat(office.leaves.origin(LogName.WBS)).isEqualTo(WBS.next().next());
    }

    @Test
    void a_checkpoint_of_the_closed_origin_is_damage_and_stops_the_log() {
        Cut late = office.cut(LogName.WBS).orElseThrow();
        declare(WBS, WBS.next());
        office.store(late);
        assertThat(office.leaves.damage(LogName.WBS).orElseThrow().isFatal()).isTrue();
        assertThatThrownBy(() -> office.cut(LogName.WBS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_export_tells_who_kept_a_checkpoint_what_was_lost_and_what_was_not() throws Exception {
        String kept =
                file("kept", office.leaves.latest(LogName.WBS).orElseThrow().note());
        Cut lost = office.cut(LogName.WBS).orElseThrow();
        String gone = file("gone", lost.signed(Office.keys(LogName.WBS)).note());
        declare(WBS, WBS.next());
        office.checkpoint(LogName.WBS);
        Said said = verified(office.exports().log(LogName.WBS), "--checkpoint", kept);
        assertThat(said.text())
                .contains("checkpoints=1", "restored=" + WBS + " size=24 in=" + WBS.next(), "VALID size=32")
                .contains("has not signed for the declared loss");
        assertThat(said.exit()).isEqualTo(2);
        said = verified(office.exports().log(LogName.WBS), "--checkpoint", gone);
        assertThat(said.text()).contains("gone was signed under " + WBS + " for 32 leaves", "VALID size=32");
        assertThat(said.exit()).isEqualTo(2);
        said = verified(office.exports().ofCase(LogName.WBS, new UUID(0xca5e, 1)), "--checkpoint", gone);
        assertThat(said.text()).contains("gone was signed under " + WBS, "VALID size=32");
    }

    @Test
    void the_open_log_goes_on_in_no_origin_that_is_not_declared_in_it() throws Exception {
        var open = new LogOrigin(Rows.TENANT, LogName.OPEN);
        declare(open, open.next());
        office.checkpoint(LogName.OPEN);
        Said said = verified(office.exports().log(LogName.OPEN));
        assertThat(said.text()).contains("restored=" + open + " size=3 in=" + open.next(), "VALID size=4");
        List<String> lines = new ArrayList<>(office.exports().log(LogName.OPEN).toList());
        Cut undeclared = cutIn(open.next().next());
        office.exports()
                .line(open, office.rows.checkpoint(undeclared.signed(Office.keys(LogName.OPEN))))
                .ifPresent(line -> lines.add(line.text()));
        lines.set(
                0,
                lines.getFirst().replace(open.next().text(), open.next().next().text()));
        assertThat(verified(lines.stream()).text()).contains("INVALID index=4 reason=loss-not-declared");
    }

    private Cut cutIn(LogOrigin origin) {
        Instant mark = office.leaves.lastMark(LogName.OPEN).orElseThrow().plusSeconds(10);
        var root = office.leaves.latest(LogName.OPEN).orElseThrow().root();
        return new Cut(origin, mark, 4, root, 0, new UUID(0, 0), List.of(), Naming.NOTHING);
    }

    private record Said(int exit, String text) {}

    private Said verified(Stream<String> lines, String... options) throws IOException {
        Path export = Files.write(directory.resolve("export.jsonl"), lines.toList());
        Path policy = Files.writeString(directory.resolve("policy"), Office.POLICY);
        List<String> arguments = new ArrayList<>(List.of(export.toString(), "--policy", policy.toString()));
        arguments.addAll(
                List.of("--root", Office.ROOT.publicKey().rootFingerprint().hex()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Verify.run(arguments, print, print);
        return new Said(exit, out.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
