package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.query.audit.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hashes the ciphertexts that the history names, one after the other and for ever, so many bytes at a time. */
final class BlobRecheck {
    private static final int PART = 64 * 1024;

    /** What an event or a file costs besides its bytes, so that many small ones are not read all at once. */
    private static final int EACH = 4 * 1024;

    private final Walk walk;
    private final FileBlobs blobs;
    private final Predicate<StoredEvent> intact;
    private final Lacking lacking;
    private final Deque<Digest> named = new ArrayDeque<>();
    private @Nullable Hashing hashing;
    private long left;

    BlobRecheck(Walk walk, FileBlobs blobs, Predicate<StoredEvent> intact, Lacking lacking) {
        this.walk = walk;
        this.blobs = blobs;
        this.intact = intact;
        this.lacking = lacking;
    }

    /** A ciphertext of which so much was read; it is opened anew each time, since meanwhile it may have been moved. */
    private static final class Hashing {
        private final Digest address;
        private final MessageDigest hash = FileDraft.sha256();
        private long read;

        private Hashing(Digest address) {
            this.address = address;
        }
    }

    /** Reads so many bytes, or fewer where a round ends; whether one did. */
    boolean next(long bytes) throws IOException {
        for (left = bytes; left > 0; ) {
            Hashing now = hashing;
            if (now == null && named.isEmpty()) {
                if (!readOn()) return true;
            } else if (now == null) {
                left -= EACH;
                hashing = new Hashing(named.remove());
            } else {
                hashing = null; // what cannot be read is passed over, and tried again in the next round
                hashing = goOn(now) ? now : null;
            }
        }
        return false;
    }

    private boolean readOn() throws IOException {
        left -= EACH;
        Optional<StoredEvent> event = walk.next();
        if (event.filter(intact).isPresent()) for (var item : References.items(event.get())) named.add(item.ctSha256());
        return event.isPresent();
    }

    /** Whether something of it is left. */
    private boolean goOn(Hashing now) throws IOException {
        try (InputStream in = blobs.open(now.address)) {
            if (!isAtEnd(in, now)) return true;
        } catch (NoSuchFileException gone) {
            lacking.blob(now.address, blobs.claim(now.address));
            return false;
        }
        lacking.blob(now.address, true);
        lacking.content(now.address, Digest.of(now.hash.digest()).equals(now.address));
        return false;
    }

    /** What was opened and cannot be read, or has become shorter, is not what it was either. */
    private boolean isAtEnd(InputStream in, Hashing now) throws IOException {
        try {
            in.skipNBytes(now.read);
            return readAll(in, now);
        } catch (ClosedByInterruptException stopped) {
            throw stopped;
        } catch (IOException unreadable) {
            lacking.content(now.address, false);
            throw unreadable;
        }
    }

    private boolean readAll(InputStream in, Hashing now) throws IOException {
        byte[] part = new byte[PART];
        while (left > 0) {
            int length = in.read(part, 0, (int) Math.min(PART, left));
            if (length < 0) return true;
            now.hash.update(part, 0, length);
            now.read += length;
            left -= length;
        }
        return false;
    }
}
