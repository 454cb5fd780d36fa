package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sealed contents, each under the SHA-256 of its bytes. Every method may wait for a disk and refuses a thread that must
 * not wait.
 */
public interface Blobs {
    /** Begins a blob; nobody sees it before {@link BlobDraft#keep}. */
    BlobDraft draft() throws IOException;

    /**
     * Opens a blob.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(Digest address) throws IOException;

    /** Its length in bytes, or -1 if there is none. */
    long length(Digest address) throws IOException;

    /**
     * Whether it is there, and is not removed for want of an event while somebody brings one; only for whoever may
     * bring one.
     */
    default boolean claim(Digest address) throws IOException {
        return length(address) >= 0;
    }

    /** Deletes a blob; false if there was none. */
    boolean delete(Digest address) throws IOException;

    /** How many bytes it can still take; a store that knows no bound says the greatest number. */
    default long room() throws IOException {
        return Long.MAX_VALUE;
    }

    /** Keeps a small blob; once it returns the blob survives the end of the process. */
    default Digest keep(byte[] bytes) throws IOException {
        try (BlobDraft draft = draft()) {
            draft.write(bytes, 0, bytes.length);
            return draft.keep();
        }
    }
}
