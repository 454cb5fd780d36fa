package id.kulkul.crypto.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of a recorded checkpoint before its root is looked at. */
final class CheckpointCheck {

    /** No mark needs more padding than this. */
    private static final long MOST_PADDING = 4096;

    private final LogOrigin last;
    private final Trust trust;
    private final List<Restored> restored = new ArrayList<>();
    private final List<SignedCheckpoint> closed = new ArrayList<>();
    private @Nullable SignedCheckpoint newest;
    private LogOrigin origin;
    private long lastMark;

    /** Of a history that begins in one origin and ends in a later one of the same log, or in the same. */
    CheckpointCheck(LogOrigin first, LogOrigin last, Trust trust) {
        this.origin = first;
        this.last = last;
        this.trust = trust;
    }

    /** Takes the next checkpoint after a history of that size. */
    SignedCheckpoint signed(RecordedCheckpoint recorded, long sizeBefore) throws InvalidEvidence {
        if (recorded.padCount() < 0 || recorded.padCount() > MOST_PADDING)
            throw new InvalidEvidence("too-much-padding");
        if (recorded.size() < sizeBefore + recorded.padCount()) throw new InvalidEvidence("checkpoint-shrinks");
        SignedCheckpoint signed = SignedCheckpoint.parse(recorded.note());
        if (!signed.isBare()) throw new InvalidEvidence("missing-signature");
        LogOrigin of = reached(signed.checkpoint().origin());
        long signedAt = signed.verify(trust.log(of)).toEpochMilli();
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() != recorded.size() || !checkpoint.root().equals(recorded.root())) {
            throw new InvalidEvidence("note-differs");
        }
        if (signedAt != recorded.mark()) throw new InvalidEvidence("mark-differs");
        if (recorded.mark() <= lastMark) throw new InvalidEvidence("mark-not-later");
        lastMark = recorded.mark();
        if (!of.equals(origin)) leave(sizeBefore, of);
        newest = signed;
        return signed;
    }

    private void leave(long size, LogOrigin successor) {
        restored.add(new Restored(origin, size, successor));
        if (newest != null) closed.add(newest);
        origin = successor;
    }

    /**
     * The origin of a line, from the one that was reached up to the last: nothing is signed under one that is closed.
     */
    private LogOrigin reached(String line) throws InvalidEvidence {
        if (line.equals(origin.text())) return origin;
        LogOrigin of;
        try {
            of = LogOrigin.parse(line);
        } catch (InvalidEvidence none) {
            throw new InvalidEvidence("wrong-origin");
        }
        if (of.isBefore(origin)) throw new InvalidEvidence("closed-origin");
        if (!of.isOfLog(last) || last.isBefore(of)) throw new InvalidEvidence("wrong-origin");
        return of;
    }

    /** The origin of the last checkpoint that was taken. */
    LogOrigin origin() {
        return origin;
    }

    /** Where the history went on in another origin, the first such place first. */
    List<Restored> restored() {
        return List.copyOf(restored);
    }

    /** The last checkpoint of each origin that the history left, the first one first. */
    List<SignedCheckpoint> closed() {
        return List.copyOf(closed);
    }
}
