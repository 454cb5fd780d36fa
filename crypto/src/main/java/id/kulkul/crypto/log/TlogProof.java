package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipt of one event, verifiable without the server: a C2SP tlog-proof file whose {@code extra} is the leaf.
 *
 * @param index of the leaf in the checkpoint's tree
 * @param path from the leaf upwards
 */
public record TlogProof(LogLeaf leaf, long index, List<Digest> path, SignedCheckpoint checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PATH = 63;

    /** Takes a copy of the path. */
    public TlogProof {
        path = List.copyOf(path);
    }

    /** Whether a file begins like one of these. */
    public static boolean isOne(String text) {
        return text.startsWith(FIRST + "\n");
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder(FIRST + "\nextra ").append(Base64Text.of(leaf.encoded()));
        out.append("\nindex ").append(index).append('\n');
        path.forEach(hash -> out.append(Base64Text.of(hash.bytes())).append('\n'));
        return out.append('\n').append(checkpoint.note()).toString();
    }

    /** The file's bytes, as many for every proof of the same path length and signatures. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The proof of a file, not yet verified.
     *
     * @throws InvalidEvidence where it would be written differently, or has no leaf as {@code extra}
     */
    public static TlogProof parse(String text) throws InvalidEvidence {
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !isOne(text)) throw malformed();
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (lines.length < 3 || lines.length > 3 + LONGEST_PATH) throw malformed();
        LogLeaf leaf = LogLeaf.decoded(Base64Text.parse(after("extra ", lines[1]), "malformed-proof"));
        String index = after("index ", lines[2]);
        if (!index.matches("0|[1-9][0-9]{0,17}")) throw malformed();
        List<Digest> path = new ArrayList<>();
        for (int i = 3; i < lines.length; i++) path.add(hash(lines[i]));
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(text.substring(blank + 2));
        TlogProof proof = new TlogProof(leaf, Long.parseLong(index), path, checkpoint);
        if (!proof.text().equals(text)) throw malformed();
        return proof;
    }

    /**
     * Checks both signatures of the checkpoint and that the leaf is in its tree. Whoever holds sealed items must also
     * compare their digest with the leaf's subject: the leaf is only as good as what is compared with it.
     *
     * @return the time at which the log signed the checkpoint
     * @throws InvalidEvidence a reason of {@link SignedCheckpoint#verify}, or {@code not-included}
     */
    public Instant verify(LogVerifier log) throws InvalidEvidence {
        Instant signedAt = checkpoint.verify(log);
        verifyInclusion();
        return signedAt;
    }

    /** Checks the path alone, without any key. */
    void verifyInclusion() throws InvalidEvidence {
        Checkpoint tree = checkpoint.checkpoint();
        if (!MerkleProofs.includes(leaf.hash(), index, tree.size(), path, tree.root())) {
            throw new InvalidEvidence("not-included");
        }
    }

    private static Digest hash(String line) throws InvalidEvidence {
        byte[] bytes = Base64Text.parse(line, "malformed-proof");
        if (bytes.length != 32) throw malformed();
        return Digest.of(bytes);
    }

    private static String after(String prefix, String line) throws InvalidEvidence {
        if (!line.startsWith(prefix)) throw malformed();
        return line.substring(prefix.length());
    }

    private static InvalidEvidence malformed() {
        return new InvalidEvidence("malformed-proof");
    }
}
