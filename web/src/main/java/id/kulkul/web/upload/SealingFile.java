package id.kulkul.web.upload;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealingStream;
import id.kulkul.crypto.vault.BlobDraft;
import java.io.IOException;

/**
 * One attachment while it streams in: sealed 16 KiB at a time on its way to the blob store, never whole in memory,
 * never in clear on a disk.
 */
public final class SealingFile implements AutoCloseable {
    /** Most bytes of memory that sealing it takes: a few chunks of 16 KiB. */
    public static final int HOLDS = 64 * 1024;

    private final String name;
    private final String type;
    private final BlobDraft blob;
    private final SealingStream stream;
    private long length;
    private boolean handedOn;

    /**
     * Begins an attachment, whose draft is gone if that fails; the name and type go into the sealed report and nowhere
     * else.
     */
    public SealingFile(Context context, String name, String type, BlobDraft blob) throws IOException {
        this.name = name;
        this.type = type;
        this.blob = blob;
        stream = begun(context, blob);
    }

    private static SealingStream begun(Context context, BlobDraft blob) throws IOException {
        try {
            return Seal.stream(context, blob);
        } catch (IOException | RuntimeException failed) {
            blob.close();
            throw failed;
        }
    }

    /** Takes more of the file. */
    public void take(byte[] bytes) throws IOException {
        length += bytes.length;
        stream.write(bytes, 0, bytes.length);
    }

    /** Seals the rest; the ciphertext stays a draft until its report is complete. */
    public SealedFile finish() throws IOException {
        SealedFile sealed = new SealedFile(name, type, stream.finish(), blob);
        handedOn = true;
        return sealed;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public void close() {
        stream.close();
        if (!handedOn) blob.close();
    }
}
