package id.kulkul.crypto.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Three witnesses with fixed keys, who cosign whatever a test gives them. */
public final class Witnesses {

    /** The lines of a policy that believes two of them. */
    public static final String TWO_OF_THREE = lines() + "group most 2 w0 w1 w2\nquorum most\n";

    private Witnesses() {}

    private static HybridKey key(int witness) {
        return HybridKey.of(Fixtures.filled(20 + 2 * witness), Fixtures.filled(21 + 2 * witness));
    }

    static VerifierKey vkey(int witness) {
        return new VerifierKey(
                "example.org/w" + witness,
                VerifierKey.Type.COSIGNATURE_ML_DSA_44,
                key(witness).publicKey().mldsa44());
    }

    static String lines() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            out.append("witness w" + i + " ").append(vkey(i).text()).append(" https://example.org/\n");
        }
        return out.toString();
    }

    static SignedCheckpoint cosigned(SignedCheckpoint checkpoint, int... witnesses) {
        List<Note.Line> lines = new ArrayList<>();
        for (int witness : witnesses) lines.add(line(checkpoint, witness));
        return checkpoint.with(lines);
    }

    public static List<String> lines(SignedCheckpoint checkpoint, int... witnesses) {
        List<String> lines = new ArrayList<>();
        for (int witness : witnesses) lines.add(line(checkpoint, witness).text());
        return lines;
    }

    private static Note.Line line(SignedCheckpoint checkpoint, int witness) {
        VerifierKey key = vkey(witness);
        long seconds = Fixtures.MARK.getEpochSecond() + witness;
        byte[] signature = key(witness).signMlDsa44(checkpoint.checkpoint().mlDsaMessage(key.name(), seconds));
        ByteBuffer timed =
                ByteBuffer.allocate(8 + signature.length).putLong(seconds).put(signature);
        return new Note.Line(key.name(), key.id(), timed.array());
    }
}
