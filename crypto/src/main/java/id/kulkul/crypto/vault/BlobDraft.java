package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.io.OutputStream;

/** A blob while it is written: kept whole, or gone when closed. */
public abstract class BlobDraft extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** Keeps the blob under the SHA-256 of its bytes; once it returns the blob survives the end of the process. */
    public abstract Digest keep() throws IOException;

    /** Keeps the blob if this is the SHA-256 of its bytes; false, and nothing kept, if it is not. */
    public abstract boolean keepAs(Digest expected) throws IOException;

    /** Forgets what was not kept. */
    @Override
    public abstract void close();
}
