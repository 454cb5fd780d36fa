package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.StructWriter;
import java.nio.charset.StandardCharsets;

/** What a log was at one size: its origin, how many leaves, and their root (C2SP tlog-checkpoint, no extension lines). */
public record Checkpoint(String origin, long size, Digest root) {

    private static final String LABEL = "subtree/v1\n\0";

    /** The three lines that the classical signature covers. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root.bytes()) + "\n";
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
     * @throws InvalidEvidence where the text has extension lines or any other form
     */
    static Checkpoint parse(String text) throws InvalidEvidence {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !isOrigin(lines[0]) || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new InvalidEvidence("malformed-checkpoint");
        }
        byte[] root = Base64Text.parse(lines[2], "malformed-checkpoint");
        if (root.length != 32 || !lines[3].isEmpty()) throw new InvalidEvidence("malformed-checkpoint");
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Digest.of(root));
    }
}
