package id.kulkul.crypto.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The witnesses' lines over the checkpoints of a history, and the newest checkpoint that enough of them cosigned. */
final class Cosignatures {

    /** A cosignature comes soon after its checkpoint. */
    private static final int REMEMBERED = 64;

    private final Trust trust;
    private final Deque<SignedCheckpoint> recent = new ArrayDeque<>();
    private @Nullable SignedCheckpoint best;

    Cosignatures(Trust trust) {
        this.trust = trust;
    }

    /** A checkpoint that was verified. */
    void accept(SignedCheckpoint checkpoint) {
        recent.addFirst(checkpoint);
        if (recent.size() > REMEMBERED) recent.removeLast();
    }

    /** The last checkpoint that was verified. */
    Optional<SignedCheckpoint> newest() {
        return Optional.ofNullable(recent.peekFirst());
    }

    /** Lines over one of the recent checkpoints. */
    void accept(ExportLine.Cosigned line) throws InvalidEvidence {
        SignedCheckpoint checkpoint = recent.stream()
                .filter(one -> one.checkpoint().size() == line.size())
                .findFirst()
                .orElseThrow(() -> new InvalidEvidence("cosignature-without-checkpoint"));
        if (line.lines().size() > Note.MOST_LINES) throw new InvalidEvidence("malformed-note");
        List<Note.Line> lines = new ArrayList<>();
        for (String text : line.lines()) lines.add(Note.Line.parse(text));
        SignedCheckpoint cosigned = checkpoint.with(lines);
        Optional<TrustPolicy> policy = trust.policy();
        if (policy.isEmpty() || !policy.get().quorumMet(cosigned)) return;
        if (best == null || best.checkpoint().size() < line.size()) best = cosigned;
    }

    /** After the last line: a policy that asks for witnesses has got them. */
    void end() throws InvalidEvidence {
        boolean asked =
                trust.policy().filter(policy -> !policy.isWithoutWitnesses()).isPresent();
        if (asked && best == null && !recent.isEmpty()) throw new InvalidEvidence("quorum-missing");
    }

    int cosigners() {
        Optional<TrustPolicy> policy = trust.policy();
        if (policy.isEmpty() || best == null) return 0;
        try {
            return policy.get().cosigners(best);
        } catch (InvalidEvidence e) {
            throw new IllegalStateException(e);
        }
    }

    int witnesses() {
        return trust.policy().map(TrustPolicy::witnessCount).orElse(0);
    }
}
