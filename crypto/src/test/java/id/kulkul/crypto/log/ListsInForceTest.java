package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the open log says of the lists in force has one form, both keys sign it, and no other log says it. */
class ListsInForceTest {
    private static final LogKeys OPEN = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 3);
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(-2, 2);
    private static final ListsInForce LISTS = ListsInForce.NONE
            .with(OTHER, Digest.sha256(new byte[1]))
            .with(ONE, Digest.sha256(new byte[2]))
            .with(ONE, Digest.sha256(new byte[3]));
    private static final SignedCheckpoint SIGNED = OPEN.sign(8, Fixtures.tree(8).root(8), Fixtures.MARK, LISTS);
    private static final List<String> LINES = List.of(SIGNED.note().split("\n", -1));

    @Test
    void the_newest_of_each_channel_is_read_again() throws InvalidEvidence {
        SignedCheckpoint read = SignedCheckpoint.parse(SIGNED.note());
        assertThat(read.verify(OPEN.verifier())).isEqualTo(Fixtures.MARK);
        assertThat(read.note()).isEqualTo(SIGNED.note());
        assertThat(read.isBare()).isTrue();
        assertThat(read.checkpoint().lists().of(ONE)).contains(Digest.sha256(new byte[3]));
        assertThat(read.checkpoint().lists().of(OTHER)).contains(Digest.sha256(new byte[1]));
        assertThat(read.checkpoint().lists().of(new UUID(3, 3))).isEmpty();
    }

    @Test
    void where_none_is_named_a_checkpoint_is_what_it_always_was() {
        assertThat(OPEN.sign(8, Fixtures.tree(8).root(8), Fixtures.MARK, ListsInForce.NONE)
                        .note())
                .isEqualTo(OPEN.sign(8, Fixtures.tree(8).root(8), Fixtures.MARK).note())
                .hasLineCount(6);
    }

    @Test
    void every_character_of_the_names_counts() {
        String note = SIGNED.note();
        int from = note.indexOf("list ");
        int to = note.indexOf("\n\n");
        for (int i = from; i < to; i++) {
            String changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
            assertThatThrownBy(() -> SignedCheckpoint.parse(changed).verify(OPEN.verifier()))
                    .as("character %d", i)
                    .isInstanceOf(InvalidEvidence.class);
        }
    }

    @Test
    void the_classical_key_alone_names_nothing() throws InvalidEvidence {
        Checkpoint plain =
                new Checkpoint(OPEN.origin().text(), 8, Fixtures.tree(8).root(8), LISTS, "");
        Checkpoint forged = plain.signed(new byte[2420]);
        Note.Line classical = new Note.Line(
                OPEN.origin().text(),
                OPEN.verifier().ed25519().id(),
                OPEN.ed25519().sign(forged.text().getBytes(StandardCharsets.UTF_8)));
        Note.Line postQuantum = Note.parse(SIGNED.note()).lines().get(1);
        assertThatThrownBy(() -> SignedCheckpoint.of(forged, List.of(classical, postQuantum))
                        .verify(OPEN.verifier()))
                .hasMessage("bad-mldsa44-signature");
    }

    @Test
    void other_forms_are_refused() {
        malformed(3, LINES.get(4), LINES.get(3));
        malformed(3, LINES.get(3), LINES.get(3));
        malformed(3, LINES.get(3), "an extension");
        malformed(3, LINES.get(3).toUpperCase(Locale.ROOT), LINES.get(4));
        malformed(5, LINES.get(5) + " ");
        malformed(5, "mldsa44 AAAA");
        malformed(4);
        List<String> unsigned = new ArrayList<>(LINES);
        unsigned.remove(5);
        refused(unsigned);
        List<String> elsewhere = new ArrayList<>(LINES);
        elsewhere.set(0, Fixtures.WBS.text());
        refused(elsewhere);
    }

    @Test
    void only_the_open_log_names_any() {
        assertThatThrownBy(() -> Fixtures.KEYS.sign(0, Digest.sha256(), Fixtures.MARK, LISTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void malformed(int from, String... instead) {
        List<String> lines = new ArrayList<>(LINES);
        for (int i = 0; i < instead.length; i++) lines.set(from + i, instead[i]);
        if (instead.length == 0) lines.subList(3, from + 1).clear();
        refused(lines);
    }

    private static void refused(List<String> lines) {
        assertThatThrownBy(() -> SignedCheckpoint.parse(String.join("\n", lines)))
                .isInstanceOf(InvalidEvidence.class)
                .hasMessage("malformed-checkpoint");
    }
}
