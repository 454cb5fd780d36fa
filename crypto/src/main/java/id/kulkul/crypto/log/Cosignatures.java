package id.kulkul.crypto.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The witnesses' lines over the checkpoints of a history, and the newest checkpoint that enough of them cosigned. */
final class Cosignatures {

    /** A cosignature comes soon after its checkpoint. */
    private static final int REMEMBERED = 64;

    private final Trust trust;
    private final Deque<Numbered> recent = new ArrayDeque<>();
    private long marks;
    private @Nullable Best best;

    /** A checkpoint of the history, and how many came before it. */
    private record Numbered(long number, SignedCheckpoint signed) {}

    /** The newest that enough witnesses cosigned, and how many did. */
    private record Best(long number, Checkpoint checkpoint, int cosigners) {}

    Cosignatures(Trust trust) {
        this.trust = trust;
    }

    /** A checkpoint that was verified. */
    void accept(SignedCheckpoint checkpoint) {
        recent.addFirst(new Numbered(marks++, checkpoint));
        if (recent.size() > REMEMBERED) recent.removeLast();
    }

    /** The last checkpoint that was verified. */
    Optional<SignedCheckpoint> newest() {
        return Optional.ofNullable(recent.peekFirst()).map(Numbered::signed);
    }

    /**
     * Lines over one of the recent checkpoints: of one size there may be one in each origin, and the lines are of one
     * of them.
     */
    void accept(ExportLine.Cosigned line) throws InvalidEvidence {
        if (line.lines().size() > Note.MOST_LINES) throw new InvalidEvidence("malformed-note");
        List<Note.Line> lines = new ArrayList<>();
        for (String text : line.lines()) lines.add(Note.Line.parse(text));
        InvalidEvidence fault = new InvalidEvidence("cosignature-without-checkpoint");
        for (Numbered one : ofSize(line.size())) {
            try {
                cosigned(one, lines);
                return;
            } catch (InvalidEvidence e) {
                fault = e;
            }
        }
        throw fault;
    }

    /** The newest one of each origin, the newest first. */
    private Collection<Numbered> ofSize(long size) {
        Map<String, Numbered> found = new LinkedHashMap<>();
        for (Numbered one : recent) {
            Checkpoint checkpoint = one.signed().checkpoint();
            if (checkpoint.size() == size) found.putIfAbsent(checkpoint.origin(), one);
        }
        return found.values();
    }

    private void cosigned(Numbered one, List<Note.Line> lines) throws InvalidEvidence {
        SignedCheckpoint cosigned = one.signed().with(lines);
        Optional<TrustPolicy> policy = trust.policy();
        if (policy.isEmpty() || !policy.get().quorumMet(cosigned)) return;
        int cosigners = policy.get().cosigners(cosigned);
        if (cosigners == 0 || (best != null && best.number() >= one.number())) return;
        best = new Best(one.number(), cosigned.checkpoint(), cosigners);
    }

    /** After the last line: a policy that asks for witnesses has got them. */
    void end() throws InvalidEvidence {
        if (isAsked() && best == null && !recent.isEmpty()) throw new InvalidEvidence("quorum-missing");
    }

    private boolean isAsked() {
        return trust.policy().filter(policy -> !policy.isWithoutWitnesses()).isPresent();
    }

    /**
     * What was cosigned so far; the last checkpoint is, where it says the same as the newest that was, in the same
     * origin.
     */
    Witnessed witnessed() {
        int known = trust.policy().map(TrustPolicy::witnessCount).orElse(0);
        if (best == null) return new Witnessed(0, known, null, !isAsked());
        Checkpoint cosigned = best.checkpoint();
        boolean last =
                newest().filter(signed -> signed.checkpoint().equals(cosigned)).isPresent();
        return new Witnessed(best.cosigners(), known, cosigned, last || !isAsked());
    }
}
