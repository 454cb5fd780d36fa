package id.kulkul.web.upload;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Holds nothing and takes nothing, on a disk with as much room as a test says. */
public class EmptyBlobs implements Blobs {
    private final LongSupplier room;

    public EmptyBlobs(LongSupplier room) {
        this.room = room;
    }

    @Override
    public long room() {
        return room.getAsLong();
    }

    @Override
    public BlobDraft draft() {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream open(Digest address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long length(Digest address) {
        return -1;
    }

    @Override
    public boolean delete(Digest address) {
        return false;
    }
}
