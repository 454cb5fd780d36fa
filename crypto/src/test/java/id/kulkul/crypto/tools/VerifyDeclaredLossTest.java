package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.seal.ItemHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the open log says of its own loss is compared with where it goes on, and with what somebody kept of the closed
 * origin.
 */
class VerifyDeclaredLossTest {
    private static final LogOrigin OPEN = new LogOrigin(Fixtures.TENANT, LogName.OPEN);
    private static final LogKeys KEYS = Fixtures.keys(OPEN, 1);
    private static final History LOST = lost();
    private static final String UNDERSTATED = "INVALID index=16 reason=loss-understated";
    private static final String MISSTATED = "INVALID index=16 reason=loss-misstated";

    private final Path directory;

    VerifyDeclaredLossTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static History begun() {
        return new History(KEYS, true).checkpoint(0).checkpoint(1);
    }

    private static History lost() {
        return begun().checkpoint(2).checkpoint(3).checkpoint(4);
    }

    /** The open log goes on from 16 leaves, and says that it had signed that many. */
    private static History restored(long lastSize, Digest root, long restoredSize) {
        return declared(begun().restored(2), OPEN, lastSize, root, restoredSize).checkpoint(5);
    }

    private static History declared(History log, LogOrigin old, long lastSize, Digest root, long restoredSize) {
        String payload = "{\"losses\":\"x\",\"oldOrigin\":\"" + old + "\",\"lastWitnessedSize\":" + lastSize
                + ",\"root\":\"" + root.hex() + "\",\"restoredSize\":" + restoredSize + ",\"newOrigin\":\"" + old.next()
                + "\"}";
        return declared(log, payload);
    }

    private static History declared(History log, String payload) {
        return log.add(new EventRow(
                new UUID(1, 1),
                "losses",
                new UUID(0x105e5L, 1),
                0,
                "log-restored",
                "2",
                0,
                payload.getBytes(StandardCharsets.UTF_8),
                Fixtures.TENANT,
                new UUID(0, 0),
                new UUID(2, 2),
                ItemHeader.subject(List.of())));
    }

    @Test
    void a_declaration_that_names_all_that_was_signed_leaves_what_was_kept_aside() throws IOException {
        History honest = restored(40, LOST.tree.root(40), 16);
        for (long size : new long[] {24, 32, 40}) {
            Verified verified = pinned(honest, pin(LOST.at(size)));
            assertThat(verified.verdict()).startsWith("VALID size=24");
            assertThat(verified.said()).contains("pin" + size + " was signed under " + OPEN);
        }
        assertThat(pinned(honest, pin(LOST.at(16))).lines()).contains("checkpoints=1");
    }

    @Test
    void a_kept_checkpoint_receipt_or_export_of_more_shows_that_the_loss_is_understated() throws IOException {
        History less = restored(32, LOST.tree.root(32), 16);
        is(UNDERSTATED, pinned(less, pin(LOST.at(40))));
        is(UNDERSTATED, pinned(less, file("whole", String.join("\n", ours(LOST.whole())) + "\n")));
        assertThat(pinned(less, pin(LOST.at(32))).verdict()).startsWith("VALID");
        is(UNDERSTATED, pinned(restored(16, LOST.tree.root(16), 16), pin(LOST.at(24))));
    }

    @Test
    void the_root_of_what_was_signed_last_is_that_of_the_checkpoint_that_was_kept() throws IOException {
        is(MISSTATED, pinned(restored(40, LOST.tree.root(32), 16), pin(LOST.at(40))));
    }

    @Test
    void the_log_goes_on_where_its_declaration_says() throws IOException {
        is(MISSTATED, pinned(restored(40, LOST.tree.root(40), 24)));
        is(MISSTATED, pinned(restored(40, LOST.tree.root(40), 8)));
    }

    @Test
    void a_declaration_that_leaves_something_out_or_names_no_log_is_none() throws IOException {
        String some = "{\"oldOrigin\":\"x\",\"newOrigin\":\"" + OPEN.next() + "\",\"restoredSize\":16";
        is(
                "INVALID index=16 reason=unreadable-payload",
                pinned(declared(begun(), some + "}").checkpoint(5)));
        String all = some + ",\"lastWitnessedSize\":40,\"root\":\"" + Digest.ZERO.hex() + "\"}";
        is(
                "INVALID index=16 reason=unknown-origin",
                pinned(declared(begun(), all).checkpoint(5)));
    }

    @Test
    void what_is_declared_of_another_log_is_not_compared_with_what_was_kept_of_this_one() throws IOException {
        History other = declared(begun(), Fixtures.WBS, 8, Digest.ZERO, 8).checkpoint(5);
        Verified verified = pinned(other, pin(LOST.at(16)));
        assertThat(verified.verdict()).startsWith("VALID");
        assertThat(verified.lines()).contains("checkpoints=1");
    }

    @Test
    void a_later_export_knows_how_much_the_closed_origin_had_signed() throws IOException {
        History later =
                declared(lost().restored(2), OPEN, 40, LOST.tree.root(40), 40).checkpoint(6);
        String whole = file("whole", String.join("\n", ours(later.whole())) + "\n");
        is(UNDERSTATED, pinned(restored(32, LOST.tree.root(32), 16), whole));
    }

    private static void is(String verdict, Verified verified) {
        assertThat(verified.verdict()).isEqualTo(verdict);
        assertThat(verified.exit()).isEqualTo(1);
    }

    /** With the policy of the open log instead of the one that the manifest names. */
    private static List<String> ours(List<String> file) {
        List<String> lines = new ArrayList<>(file);
        lines.set(2, new ExportLine.Policy(TrustPolicy.withoutWitnesses(List.of(KEYS))).text());
        lines.remove(3);
        return lines;
    }

    private Verified pinned(History log, String... pins) {
        List<String> options = new ArrayList<>();
        for (String pin : pins) options.addAll(List.of("--checkpoint", pin));
        return Verified.export(directory, ours(log.whole()), options.toArray(String[]::new));
    }

    private String pin(SignedCheckpoint checkpoint) throws IOException {
        return file("pin" + checkpoint.checkpoint().size(), checkpoint.note());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
