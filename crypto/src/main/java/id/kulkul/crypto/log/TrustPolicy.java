package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which log keys and which witnesses are believed: a C2SP tlog-policy file. Beside what the file can say, a log needs
 * two keys under its origin here, and both must sign.
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

    /**
     * Both keys of a log in whatever generation its history was signed: a policy names keys, and a declared loss
     * changes none. Where it names several generations, those of the newest one that is not later count, else those of
     * the first.
     *
     * @throws InvalidEvidence {@code no-log-key} where the policy knows the log in no generation
     */
    public LogVerifier log(LogOrigin origin) throws InvalidEvidence {
        NavigableMap<Integer, LogOrigin> named = named(origin);
        if (named.isEmpty()) throw new InvalidEvidence("no-log-key");
        Map.Entry<Integer, LogOrigin> nearest = named.floorEntry(origin.generation());
        LogOrigin found = (nearest == null ? named.firstEntry() : nearest).getValue();
        return log(found.text()).under(origin.text());
    }

    /**
     * Both keys of a log for a checkpoint that it shows now: under an origin that is not closed for whoever believes
     * this policy.
     *
     * @throws InvalidEvidence {@code closed-origin} where the policy names a later generation; {@code wrong-origin} or
     *     {@code unknown-origin} where the checkpoint is of another log; {@code no-log-key} as for
     *     {@link #log(LogOrigin)}
     */
    public LogVerifier current(UUID tenant, LogName log, Checkpoint shown) throws InvalidEvidence {
        LogOrigin origin = LogOrigin.parse(shown.origin());
        if (!origin.isOfLog(new LogOrigin(tenant, log))) throw new InvalidEvidence("wrong-origin");
        if (closes(origin)) throw new InvalidEvidence("closed-origin");
        return log(origin);
    }

    /**
     * Whether the root's holder has not signed for an origin yet: a loss was declared after the newest generation that
     * the policy names.
     */
    public boolean isOvertakenBy(LogOrigin origin) {
        NavigableMap<Integer, LogOrigin> named = named(origin);
        return !named.isEmpty() && named.lastKey() < origin.generation();
    }

    /** Whether the root's holder has signed for a later origin of that log, so that this one is closed. */
    public boolean closes(LogOrigin origin) {
        NavigableMap<Integer, LogOrigin> named = named(origin);
        return !named.isEmpty() && named.lastKey() > origin.generation();
    }

    /**
     * The text of a policy that names the same keys of a log under a later origin, and everything else as it was: what
     * the root's holder signs for who has seen that a loss was declared.
     *
     * @throws InvalidEvidence {@code no-log-key} where this one does not know the log, {@code closed-origin} where it
     *     names a later one
     */
    public String restored(LogOrigin origin) throws InvalidEvidence {
        if (closes(origin)) throw new InvalidEvidence("closed-origin");
        LogVerifier after = log(origin);
        LogVerifier named = log(named(origin).lastEntry().getValue().text());
        return text.replace(named.ed25519().text(), after.ed25519().text())
                .replace(named.mldsa44().text(), after.mldsa44().text());
    }

    private NavigableMap<Integer, LogOrigin> named(LogOrigin log) {
        NavigableMap<Integer, LogOrigin> found = new TreeMap<>();
        for (VerifierKey key : logs) {
            origin(key).filter(log::isOfLog).ifPresent(named -> found.put(named.generation(), named));
        }
        return found;
    }

    private static Optional<LogOrigin> origin(VerifierKey key) {
        try {
            return Optional.of(LogOrigin.parse(key.name()));
        } catch (InvalidEvidence anotherLog) {
            return Optional.empty();
        }
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
