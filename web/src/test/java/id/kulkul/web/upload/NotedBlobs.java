package id.kulkul.web.upload;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blobs in memory that note what was asked of them, and let a test come in between. */
public final class NotedBlobs implements Blobs {
    public final Map<Digest, byte[]> kept = new HashMap<>();
    public final List<Digest> claimed = new ArrayList<>();
    public int begun;
    public int ended;
    public long room = Long.MAX_VALUE;

    /** What happens while a draft is being made, and while one is being kept. */
    public Runnable whileBeginning = () -> {};

    public Runnable whileKeeping = () -> {};

    @Override
    public BlobDraft draft() {
        begun++;
        whileBeginning.run();
        return new Draft();
    }

    @Override
    public InputStream open(Digest address) {
        return new ByteArrayInputStream(kept.get(address));
    }

    @Override
    public long length(Digest address) {
        byte[] bytes = kept.get(address);
        return bytes == null ? -1 : bytes.length;
    }

    @Override
    public boolean claim(Digest address) throws IOException {
        claimed.add(address);
        return Blobs.super.claim(address);
    }

    @Override
    public boolean delete(Digest address) {
        return kept.remove(address) != null;
    }

    @Override
    public long room() {
        return room;
    }

    private final class Draft extends BlobDraft {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isEnded;

        @Override
        public void write(byte[] more, int offset, int length) throws IOException {
            if (isEnded) throw new ClosedChannelException();
            bytes.write(more, offset, length);
        }

        @Override
        public Digest keep() throws IOException {
            whileKeeping.run();
            if (isEnded) throw new ClosedChannelException();
            Digest address = Digest.sha256(bytes.toByteArray());
            kept.put(address, bytes.toByteArray());
            return address;
        }

        @Override
        public boolean keepAs(Digest expected) throws IOException {
            if (!Digest.sha256(bytes.toByteArray()).equals(expected)) return false;
            keep();
            return true;
        }

        @Override
        public void close() {
            if (!isEnded) ended++;
            isEnded = true;
        }
    }
}
