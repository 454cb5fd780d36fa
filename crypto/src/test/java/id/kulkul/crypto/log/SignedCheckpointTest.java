package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignedCheckpointTest {

    private static final LogVerifier LOG = Fixtures.KEYS.verifier();
    private static final SignedCheckpoint SIGNED =
            Fixtures.KEYS.sign(8, Fixtures.tree(8).root(8), Fixtures.MARK);
    private static final String[] LINES = SIGNED.note().split("\n", -1);

    @Test
    void a_note_of_another_implementation_verifies() throws InvalidEvidence {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        Note note = Note.parse("This is an example message.\n\n\u2014 example.com/foo "
                + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        assertThat(note.lines().getFirst().isOf(key)).isTrue();
        assertThat(HybridPublicKey.verifyEd25519(
                        key.key(),
                        note.text().getBytes(StandardCharsets.UTF_8),
                        note.lines().getFirst().signature()))
                .isTrue();
        assertThat(key.text()).isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    @Test
    void a_checkpoint_signed_by_both_keys_verifies_and_names_its_mark() throws InvalidEvidence {
        SignedCheckpoint read = SignedCheckpoint.parse(SIGNED.note());
        assertThat(read.verify(LOG)).isEqualTo(Fixtures.MARK);
        assertThat(read.checkpoint()).isEqualTo(SIGNED.checkpoint());
        assertThat(read.isBare()).isTrue();
        assertThat(Fixtures.KEYS
                        .sign(8, Fixtures.tree(8).root(8), Fixtures.MARK)
                        .note())
                .isEqualTo(SIGNED.note());
    }

    @Test
    void one_signature_alone_is_none() {
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", LINES[4], "");
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", LINES[5], "");
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", LINES[5], LINES[4], "");
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", LINES[4], LINES[4], "");
        refused("repeated-signature", LINES[0], LINES[1], LINES[2], "", LINES[4], LINES[5], LINES[4], "");
        refused("malformed-note", LINES[0], LINES[1], LINES[2], "", "");
    }

    @Test
    void a_line_of_another_key_or_another_log_is_none() {
        String[] thief = Fixtures.THIEF
                .sign(8, Fixtures.tree(8).root(8), Fixtures.MARK)
                .note()
                .split("\n", -1);
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", thief[4], LINES[5], "");
        refused("missing-signature", LINES[0], LINES[1], LINES[2], "", LINES[4], thief[5], "");
        refused("bad-ed25519-signature", LINES[0], "9", LINES[2], "", LINES[4], LINES[5], "");
        String elsewhere = new LogOrigin(Fixtures.TENANT, LogName.OPEN).text();
        refused("wrong-origin", elsewhere, LINES[1], LINES[2], "", LINES[4], LINES[5], "");
    }

    @Test
    void the_right_key_id_over_a_wrong_signature_is_refused() {
        String[] thief = Fixtures.THIEF
                .sign(8, Fixtures.tree(8).root(8), Fixtures.MARK)
                .note()
                .split("\n", -1);
        refused("bad-ed25519-signature", LINES[0], LINES[1], LINES[2], "", withIdOf(LINES[4], thief[4]), LINES[5], "");
        refused("bad-mldsa44-signature", LINES[0], LINES[1], LINES[2], "", LINES[4], withIdOf(LINES[5], thief[5]), "");
    }

    @Test
    void a_zero_time_is_refused_even_when_it_is_signed() {
        assertThatThrownBy(() -> Fixtures.KEYS.sign(8, Fixtures.tree(8).root(8), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] line = signature(LINES[5]);
        Arrays.fill(line, 4, 12, (byte) 0);
        refused("zero-timestamp", LINES[0], LINES[1], LINES[2], "", LINES[4], withSignature(LINES[5], line), "");
    }

    @Test
    void every_character_of_a_note_counts() {
        String note = SIGNED.note();
        for (int i = 0; i < note.length(); i++) {
            String changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
            assertThatThrownBy(() -> SignedCheckpoint.parse(changed).verify(LOG))
                    .as("character %d", i)
                    .isInstanceOf(InvalidEvidence.class);
            String shorter = note.substring(0, i);
            assertThatThrownBy(() -> SignedCheckpoint.parse(shorter).verify(LOG))
                    .isInstanceOf(InvalidEvidence.class);
        }
    }

    @Test
    void other_forms_of_the_same_text_are_refused() {
        refused("malformed-checkpoint", LINES[0], "08", LINES[2], "", LINES[4], LINES[5], "");
        refused("malformed-checkpoint", LINES[0], "8", LINES[2], "an extension", "", LINES[4], LINES[5], "");
        refused("malformed-note", LINES[0], "8", LINES[2] + "\r", "", LINES[4], LINES[5], "");
        refused("malformed-note", LINES[0], "8", LINES[2], "", LINES[4], LINES[5]);
        refused("malformed-note", LINES[0], "8", LINES[2], "", LINES[4], LINES[5], "", "");
        refused("malformed-note", LINES[0], "8", LINES[2], "", LINES[4] + " ", LINES[5], "");
    }

    private static void refused(String reason, String... lines) {
        assertThatThrownBy(
                        () -> SignedCheckpoint.parse(String.join("\n", lines)).verify(LOG))
                .hasMessage(reason);
    }

    private static byte[] signature(String line) {
        return Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static String withSignature(String line, byte[] signature) {
        return line.substring(0, line.lastIndexOf(' ') + 1)
                + Base64.getEncoder().encodeToString(signature);
    }

    private static String withIdOf(String right, String other) {
        byte[] mixed = signature(other);
        System.arraycopy(signature(right), 0, mixed, 0, 4);
        return withSignature(right, mixed);
    }
}
