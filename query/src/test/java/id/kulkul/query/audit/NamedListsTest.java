package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The open log says with each checkpoint which list is in force, and whoever audits it sees where it said so falsely.
 */
class NamedListsTest {
    private static final UUID SECOND = new UUID(0xc4a, 2);

    private final Office office = Office.busy();
    private final Path directory;

    NamedListsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private ListsInForce named(LogName log) {
        return named(office.leaves.latest(log).orElseThrow().note());
    }

    private static ListsInForce named(String note) {
        try {
            return SignedCheckpoint.parse(note).checkpoint().lists();
        } catch (InvalidEvidence e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed again at its size, as hourly and at every start. */
    private Cut again() {
        Instant mark = office.leaves.lastMark(LogName.OPEN).orElseThrow().plusSeconds(3600);
        return office.leaves
                .cut(LogName.OPEN, mark, Marks.standard(LogName.OPEN))
                .orElseThrow();
    }

    @Test
    void the_newest_list_of_every_channel_is_named_from_its_first_checkpoint_on() throws IOException {
        Digest first = named(LogName.OPEN).of(Office.CHANNEL).orElseThrow();
        office.store(again());
        assertThat(named(LogName.OPEN).of(Office.CHANNEL)).contains(first);
        Digest second = office.publishManifest(Office.CHANNEL);
        Digest other = office.publishManifest(SECOND);
        office.store(again());
        assertThat(named(LogName.OPEN))
                .isEqualTo(ListsInForce.NONE.with(Office.CHANNEL, second).with(SECOND, other));
        office.restart();
        office.store(again());
        assertThat(named(LogName.OPEN).of(Office.CHANNEL)).contains(second).isNotEqualTo(Optional.of(first));
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("0 VALID size=5 ");
        assertThat(verify(office.exports().ofCase(LogName.OPEN, Office.CHANNEL)))
                .startsWith("2 VALID size=5 ");
    }

    @Test
    void the_other_logs_and_a_log_without_a_list_name_none() {
        assertThat(named(LogName.WBS).isEmpty()).isTrue();
        Office young = new Office();
        young.rows.staff(1, "staff-registered");
        young.checkpoint(LogName.OPEN);
        assertThat(named(young.leaves.latest(LogName.OPEN).orElseThrow().note()).isEmpty())
                .isTrue();
    }

    @Test
    void a_later_origin_names_what_was_kept() {
        office.rows.append(
                "losses",
                new UUID(0x105, 1),
                "log-restored",
                "{\"newOrigin\":\"" + office.leaves.origin(LogName.OPEN).next().text() + "\"}");
        office.checkpoint(LogName.OPEN);
        LogOrigin origin = office.leaves.signedOrigin(LogName.OPEN);
        assertThat(origin.generation()).isEqualTo(2);
        assertThat(named(LogName.OPEN).of(Office.CHANNEL)).isPresent();
    }

    @Test
    void a_checkpoint_that_names_an_older_list_convicts_the_log() throws IOException {
        ListsInForce before = named(LogName.OPEN);
        Path honest = kept("honest", again());
        office.publishManifest(Office.CHANNEL);
        office.checkpoint(LogName.OPEN);
        Path shown = kept("shown", again().naming(new Naming(before, Optional.empty())));
        Path unnamed = kept("unnamed", again().naming(Naming.NOTHING));
        assertThat(verify(office.exports().log(LogName.OPEN), "--checkpoint", honest, "--checkpoint", unnamed))
                .startsWith("0 VALID size=4 ");
        assertThat(verify(office.exports().log(LogName.OPEN), "--checkpoint", shown))
                .startsWith("1 INVALID index=3 reason=list-not-in-force");
        office.store(again().naming(new Naming(before, Optional.empty())));
        assertThat(verify(office.exports().log(LogName.OPEN))).startsWith("1 INVALID index=3 reason=list-not-in-force");
        assertThat(verify(office.exports().ofCase(LogName.OPEN, Office.CHANNEL)))
                .startsWith("1 INVALID index=3 reason=list-not-in-force");
    }

    @Test
    void a_history_from_before_lists_were_named_stays_valid() throws IOException {
        Office old = new Office();
        old.publishManifest(Office.CHANNEL);
        old.store(old.cut(LogName.OPEN).orElseThrow().naming(Naming.NOTHING));
        old.rows.staff(1, "staff-registered");
        old.store(old.cut(LogName.OPEN).orElseThrow().naming(Naming.NOTHING));
        assertThat(verify(old.exports().log(LogName.OPEN))).startsWith("0 VALID size=2 ");
        old.rows.staff(2, "staff-registered");
        old.checkpoint(LogName.OPEN);
        assertThat(verify(old.exports().log(LogName.OPEN))).startsWith("0 VALID size=3 ");
    }

    @Test
    void a_list_whose_row_is_gone_is_not_made_the_newest_of_those_that_are_left() {
        office.publishManifest(Office.CHANNEL);
        office.checkpoint(LogName.OPEN);
        office.rows.takeAway((int) office.leaves.coveredUpTo(LogName.OPEN).value());
        office.restart();
        assertThat(office.leaves.damage(LogName.OPEN)).isPresent();
        office.store(again());
        assertThat(named(LogName.OPEN).isEmpty()).isTrue();
    }

    @Test
    void damage_elsewhere_takes_no_name_away_that_the_log_gave_before() {
        ListsInForce before = named(LogName.OPEN);
        office.rows.flip(2, 3);
        office.restart();
        assertThat(office.leaves.damage(LogName.OPEN)).isPresent();
        office.store(again());
        assertThat(named(LogName.OPEN)).isEqualTo(before);
        office.publishManifest(Office.CHANNEL);
        office.store(again());
        assertThat(named(LogName.OPEN).isEmpty()).isTrue();
    }

    private Path kept(String name, Cut cut) throws IOException {
        String note = cut.signed(Office.keys(LogName.OPEN)).note();
        return Files.writeString(directory.resolve(name), note);
    }

    private String verify(Stream<String> lines, Object... more) throws IOException {
        Path export = Files.write(directory.resolve("export"), lines.toList());
        Path policy = Files.writeString(directory.resolve("policy"), Office.POLICY);
        String root = Office.ROOT.publicKey().rootFingerprint().hex();
        List<String> arguments =
                new ArrayList<>(List.of(export.toString(), "--root", root, "--policy", policy.toString()));
        for (Object argument : more) arguments.add(argument.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Verify.run(arguments, print, print);
        return exit + " " + out.toString(StandardCharsets.UTF_8).lines().reduce("", (before, line) -> line);
    }
}
