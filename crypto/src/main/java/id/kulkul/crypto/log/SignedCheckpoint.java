package id.kulkul.crypto.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint with its log's Ed25519 line, its log's ML-DSA-44 line, and after them any cosignatures.
 *
 * <p>Reading it checks the form only; it is worth something once {@link #verify} passed.
 */
public final class SignedCheckpoint {

    private static final int LOG_LINES = 2;

    private final Checkpoint checkpoint;
    private final Note note;

    private SignedCheckpoint(Checkpoint checkpoint, Note note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /**
     * The checkpoint of a note.
     *
     * @throws InvalidEvidence with {@code malformed-note} or {@code malformed-checkpoint}
     */
    public static SignedCheckpoint parse(String text) throws InvalidEvidence {
        Note note = Note.parse(text);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    static SignedCheckpoint of(Checkpoint checkpoint, List<Note.Line> lines) {
        return new SignedCheckpoint(checkpoint, new Note(checkpoint.text(), List.copyOf(lines)));
    }

    /** What is signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The note, character by character as it was signed or read. */
    public String note() {
        return note.written();
    }

    /** Whether there is nothing but the two lines of a log. */
    public boolean isBare() {
        return note.lines().size() == LOG_LINES;
    }

    /** The lines after the log's own two. */
    List<Note.Line> cosignatures() {
        return note.lines().size() <= LOG_LINES
                ? List.of()
                : note.lines().subList(LOG_LINES, note.lines().size());
    }

    /** The same checkpoint with further cosignature lines. */
    SignedCheckpoint with(List<Note.Line> more) {
        List<Note.Line> lines = new ArrayList<>(note.lines());
        lines.addAll(more);
        return of(checkpoint, lines);
    }

    /**
     * Checks that both lines of the log are there, under its origin, right, and with a time.
     *
     * @return the time that the log's cosignature names, which is its mark
     * @throws InvalidEvidence {@code wrong-origin}, {@code missing-signature}, {@code repeated-signature},
     *     {@code zero-timestamp}, {@code bad-ed25519-signature} or {@code bad-mldsa44-signature}
     */
    public Instant verify(LogVerifier log) throws InvalidEvidence {
        if (!checkpoint.origin().equals(log.origin())) throw new InvalidEvidence("wrong-origin");
        List<Note.Line> lines = note.lines();
        if (lines.size() < LOG_LINES
                || !lines.get(0).isOf(log.ed25519())
                || !lines.get(1).isOf(log.mldsa44())) {
            throw new InvalidEvidence("missing-signature");
        }
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        if (!log.publicKey().verifyEd25519(text, lines.get(0).signature())) {
            throw new InvalidEvidence("bad-ed25519-signature");
        }
        checkpoint.verifyLists(log.mldsa44());
        for (Note.Line more : cosignatures()) {
            if (more.isOf(log.ed25519()) || more.isOf(log.mldsa44())) throw new InvalidEvidence("repeated-signature");
        }
        return cosignedAt(log.mldsa44(), lines.get(1), "bad-mldsa44-signature");
    }

    /** The time of a cosignature that verifies. */
    Instant cosignedAt(VerifierKey cosigner, Note.Line line, String bad) throws InvalidEvidence {
        byte[] bytes = line.signature();
        if (bytes.length <= 8) throw new InvalidEvidence(bad);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long seconds = in.getLong();
        byte[] signature = new byte[in.remaining()];
        in.get(signature);
        if (seconds <= 0 || seconds > 1L << 40) throw new InvalidEvidence("zero-timestamp");
        boolean right = cosigner.type() == VerifierKey.Type.COSIGNATURE_ML_DSA_44
                ? HybridPublicKey.verifyMlDsa44(
                        cosigner.key(), checkpoint.mlDsaMessage(cosigner.name(), seconds), signature)
                : HybridPublicKey.verifyEd25519(cosigner.key(), checkpoint.ed25519Message(seconds), signature);
        if (!right) throw new InvalidEvidence(bad);
        return Instant.ofEpochSecond(seconds);
    }
}
