package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log was at one size: its origin, how many leaves, and their root (C2SP tlog-checkpoint); the open log also
 * names, in extension lines, the lists in force among them.
 *
 * <p>The ML-DSA-44 cosignature of C2SP leaves extension lines out, so a line of their own carries a signature of that
 * key over them.
 *
 * @param listsSignature that signature in base64; nothing where no list is named
 */
public record Checkpoint(String origin, long size, Digest root, ListsInForce lists, String listsSignature) {

    private static final String LABEL = "subtree/v1\n\0";
    private static final String LISTS_LABEL = "kulkul/v1/lists-in-force\0";
    private static final String SIGNATURE = "mldsa44 ";
    private static final int SIGNATURE_LENGTH = 2420;
    private static final int LINES = 3;
    private static final String MALFORMED = "malformed-checkpoint";

    /** One that names no list. */
    public Checkpoint(String origin, long size, Digest root) {
        this(origin, size, root, ListsInForce.NONE, "");
    }

    /** The lines that the classical signature covers. */
    public String text() {
        return unsigned() + (lists.isEmpty() ? "" : SIGNATURE + listsSignature + "\n");
    }

    private String unsigned() {
        return origin + "\n" + size + "\n" + Base64Text.of(root.bytes()) + "\n" + lists.text();
    }

    /** What the log's ML-DSA-44 key signs where lists are named: they follow from the leaves, so no time is needed. */
    byte[] listsMessage() {
        return (LISTS_LABEL + unsigned()).getBytes(StandardCharsets.UTF_8);
    }

    Checkpoint signed(byte[] signature) {
        return new Checkpoint(origin, size, root, lists, Base64Text.of(signature));
    }

    /** Refuses names of lists that this key did not sign. */
    void verifyLists(VerifierKey mldsa44) throws InvalidEvidence {
        if (lists.isEmpty()) return;
        byte[] signature = Base64Text.parse(listsSignature, MALFORMED);
        if (!HybridPublicKey.verifyMlDsa44(mldsa44.key(), listsMessage(), signature))
            throw new InvalidEvidence("bad-mldsa44-signature");
    }

    /** The message that an ML-DSA-44 cosigner of that name signs at a time in seconds since 1970 (tlog-cosignature). */
    byte[] mlDsaMessage(String cosigner, long seconds) {
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] log = origin.getBytes(StandardCharsets.UTF_8);
        return new StructWriter(LABEL.length() + 1 + name.length + 8 + 1 + log.length + 8 + 8 + 32)
                .ascii(LABEL)
                .u8(name.length)
                .raw(name)
                .u64(seconds)
                .u8(log.length)
                .raw(log)
                .u64(0)
                .u64(size)
                .digest(root)
                .bytes();
    }

    /** The message that an Ed25519 cosigner signs at a time in seconds since 1970 (tlog-cosignature). */
    byte[] ed25519Message(long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text()).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOrigin(String line) {
        return !line.isEmpty() && line.getBytes(StandardCharsets.UTF_8).length <= Note.LONGEST_NAME;
    }

    /**
     * The checkpoint of a note's text.
     *
     * @throws InvalidEvidence where the text has any other form
     */
    static Checkpoint parse(String text) throws InvalidEvidence {
        List<String> lines = List.of(text.split("\n", -1));
        boolean whole = lines.size() > LINES && lines.getLast().isEmpty();
        if (!whole || !isOrigin(lines.get(0)) || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) throw malformed();
        byte[] root = Base64Text.parse(lines.get(2), MALFORMED);
        if (root.length != 32) throw malformed();
        Checkpoint plain = new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Digest.of(root));
        List<String> extension = lines.subList(LINES, lines.size() - 1);
        return extension.isEmpty() ? plain : plain.naming(extension);
    }

    private Checkpoint naming(List<String> extension) throws InvalidEvidence {
        boolean open = LogOrigin.parse(origin).log() == LogName.OPEN;
        if (!open || extension.size() < 2 || !extension.getLast().startsWith(SIGNATURE)) throw malformed();
        String signature = extension.getLast().substring(SIGNATURE.length());
        if (Base64Text.parse(signature, MALFORMED).length != SIGNATURE_LENGTH) throw malformed();
        ListsInForce named = ListsInForce.parse(extension.subList(0, extension.size() - 1));
        return new Checkpoint(origin, size, root, named, signature);
    }

    private static InvalidEvidence malformed() {
        return new InvalidEvidence(MALFORMED);
    }
}
