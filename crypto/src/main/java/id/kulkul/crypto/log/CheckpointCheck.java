package id.kulkul.crypto.log;

/** What must hold of a recorded checkpoint before its root is looked at. */
final class CheckpointCheck {

    /** No mark needs more padding than this. */
    private static final long MOST_PADDING = 4096;

    private final LogOrigin origin;
    private final Trust trust;
    private long lastMark;

    CheckpointCheck(LogOrigin origin, Trust trust) {
        this.origin = origin;
        this.trust = trust;
    }

    /** Takes the next checkpoint after a history of that size. */
    SignedCheckpoint signed(RecordedCheckpoint recorded, long sizeBefore) throws InvalidEvidence {
        if (recorded.padCount() < 0 || recorded.padCount() > MOST_PADDING)
            throw new InvalidEvidence("too-much-padding");
        if (recorded.size() < sizeBefore + recorded.padCount()) throw new InvalidEvidence("checkpoint-shrinks");
        SignedCheckpoint signed = SignedCheckpoint.parse(recorded.note());
        if (!signed.isBare()) throw new InvalidEvidence("missing-signature");
        long signedAt = signed.verify(trust.log(origin)).toEpochMilli();
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() != recorded.size() || !checkpoint.root().equals(recorded.root())) {
            throw new InvalidEvidence("note-differs");
        }
        if (signedAt != recorded.mark()) throw new InvalidEvidence("mark-differs");
        if (recorded.mark() <= lastMark) throw new InvalidEvidence("mark-not-later");
        lastMark = recorded.mark();
        return signed;
    }
}
