package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which log keys and which witnesses are believed: a C2SP tlog-policy file. Beside what the file can say, a log needs two
 * keys under its origin here, and both must sign.
 */
public final class TrustPolicy {

    private final String text;
    private final List<VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final Quorum quorum;

    TrustPolicy(String text, List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Quorum quorum) {
        this.text = text;
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.quorum = quorum;
    }

    /**
     * The policy of a file's text.
     *
     * @throws InvalidEvidence {@code malformed-policy}, or a reason of {@link VerifierKey#parse}
     */
    public static TrustPolicy parse(String text) throws InvalidEvidence {
        return new PolicyReader().read(text);
    }

    /** The policy of an organisation whose logs have no witnesses yet: {@code quorum none}. */
    public static String withoutWitnesses(List<LogKeys> logs) {
        StringBuilder out = new StringBuilder();
        logs.forEach(log -> out.append(log.policyLines()));
        return out.append("quorum none\n").toString();
    }

    /** The file's text. */
    public String text() {
        return text;
    }

    /** SHA-256 of the file, which the organisation's manifests name. */
    public Digest digest() {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Both keys of a log.
     *
     * @throws InvalidEvidence {@code no-log-key} where the policy has not exactly one of each kind under that origin
     */
    public LogVerifier log(String origin) throws InvalidEvidence {
        return new LogVerifier(
                only(origin, VerifierKey.Type.NOTE_ED25519), only(origin, VerifierKey.Type.COSIGNATURE_ML_DSA_44));
    }

    private VerifierKey only(String origin, VerifierKey.Type type) throws InvalidEvidence {
        List<VerifierKey> found = new ArrayList<>(logs);
        found.removeIf(key -> !key.name().equals(origin) || key.type() != type);
        if (found.size() != 1) throw new InvalidEvidence("no-log-key");
        return found.getFirst();
    }

    /** How many witnesses the policy knows. */
    public int witnessCount() {
        return witnesses.size();
    }

    /** Whether no witness is asked for, which every proof under this policy has to say. */
    public boolean isWithoutWitnesses() {
        return quorum.isNone();
    }

    /**
     * How many witnesses of this policy cosigned.
     *
     * @throws InvalidEvidence {@code bad-cosignature} or {@code zero-timestamp} where one of them is named but did not
     */
    public int cosigners(SignedCheckpoint checkpoint) throws InvalidEvidence {
        return names(checkpoint).size();
    }

    /**
     * Whether enough witnesses cosigned.
     *
     * @throws InvalidEvidence as for {@link #cosigners}
     */
    public boolean quorumMet(SignedCheckpoint checkpoint) throws InvalidEvidence {
        return quorum.metBy(names(checkpoint));
    }

    private Set<String> names(SignedCheckpoint checkpoint) throws InvalidEvidence {
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, VerifierKey> witness : witnesses.entrySet()) {
            for (Note.Line line : checkpoint.cosignatures()) {
                if (!line.isOf(witness.getValue())) continue;
                checkpoint.cosignedAt(witness.getValue(), line, "bad-cosignature");
                names.add(witness.getKey());
            }
        }
        return names;
    }
}
