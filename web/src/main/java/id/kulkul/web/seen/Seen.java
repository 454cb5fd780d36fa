package id.kulkul.web.seen;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.query.audit.NotPublished;
import id.kulkul.query.audit.Publication;
import id.kulkul.web.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which the last signed state of each log lies, and what an operator declared lost; what a call wrote is
 * on disk when it returns.
 */
final class Seen implements Publication {
    private static final String LOST = "lost";
    private static final String DECLARING = "declaring";

    private static final Logger LOG = LoggerFactory.getLogger(Seen.class);

    private final Path folder;
    private volatile boolean failing;

    /** Over a folder that is there. */
    Seen(Path folder) {
        this.folder = folder;
    }

    @Override
    public void before(LogOrigin origin, RecordedCheckpoint checkpoint, long events) {
        try {
            put(origin.log(), new Signed(origin, checkpoint.size(), checkpoint.root(), checkpoint.mark(), events));
            if (failing) LOG.info("The folder {} takes what was signed again", folder);
            failing = false;
        } catch (IOException e) {
            throw unseen(e);
        }
    }

    /** The cause once in the log, when it begins: it is tried again every few seconds. */
    private NotPublished unseen(IOException cause) {
        String why = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getClass().getSimpleName();
        if (!failing)
            LOG.error(
                    "The folder {} cannot be written ({}): nothing is signed until it can, and reports are refused after two marks",
                    folder,
                    why);
        failing = true;
        return new NotPublished("The folder " + folder + " cannot be written", cause);
    }

    /** The last signed state of a log; empty where none was noted yet. */
    Optional<Signed> of(LogName log) throws IOException {
        Path file = folder.resolve(log.text());
        try {
            return Optional.of(Signed.parse(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException spoilt) {
            throw new StartRefused("The file " + file + " is damaged: put back a copy of it that is whole.", spoilt);
        }
    }

    /** Takes the place of the last state of a log. */
    void put(LogName log, Signed signed) throws IOException {
        write(log.text(), signed.text());
    }

    /** What was declared lost of vault and ciphertexts. */
    Set<String> lost() throws IOException {
        Path file = folder.resolve(LOST);
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    }

    /** Adds to what was declared lost. */
    void lose(Collection<String> more) throws IOException {
        Set<String> all = lost();
        if (all.addAll(more)) write(LOST, String.join("\n", all) + "\n");
    }

    /** The code of the loss whose declaration was begun and not finished. */
    Optional<String> declaring() throws IOException {
        Path file = folder.resolve(DECLARING);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Begins to declare a loss, so that a start that is interrupted in between goes on with it. */
    void beginDeclaring(String code) throws IOException {
        write(DECLARING, code + "\n");
    }

    /** The loss is declared. */
    void endDeclaring() throws IOException {
        Files.deleteIfExists(folder.resolve(DECLARING));
        force(folder);
    }

    private void write(String name, String text) throws IOException {
        Path beside = folder.resolve(name + ".new");
        Files.deleteIfExists(beside);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(beside, options, ours)) {
            var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
