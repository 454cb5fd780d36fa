package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;

/**
 * A blob on its way into the folder: written under a random name, forced to disk, then renamed to wait for the next
 * mark.
 */
final class FileDraft extends BlobDraft {
    private final FileBlobs blobs;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest hash;
    private boolean kept;

    FileDraft(Path folder, FileBlobs blobs) throws IOException {
        this.blobs = blobs;
        file = folder.resolve(UUID.randomUUID().toString());
        channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        hash = sha256();
    }

    /** What a blob is named by. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        EventLoop.refuse();
        hash.update(bytes, offset, length);
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (buffer.hasRemaining()) channel.write(buffer);
        } catch (IOException e) {
            throw blobs.missed(e);
        }
    }

    @Override
    public Digest keep() throws IOException {
        Digest address = Digest.of(hash.digest());
        shelve(address);
        return address;
    }

    @Override
    public boolean keepAs(Digest expected) throws IOException {
        if (!Digest.of(hash.digest()).equals(expected)) return false;
        if (!blobs.isKept(expected, channel.size())) shelve(expected);
        return true;
    }

    private void shelve(Digest address) throws IOException {
        EventLoop.refuse();
        try {
            Files.setLastModifiedTime(file, BlobShelves.ONE_TIME_FOR_ALL);
            channel.force(true);
            channel.close();
            blobs.shelve(file, address);
        } catch (IOException e) {
            throw blobs.missed(e);
        }
        kept = true;
    }

    @Override
    public void close() {
        if (kept) return;
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
