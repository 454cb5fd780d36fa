package id.kulkul.query.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file of read models: one link that writes, used by one thread at a time, and a few that only read. A thread in a
 * transaction reads through the writing link and so sees what it has written.
 */
final class ReadFile implements AutoCloseable {

    private final Path file;
    private final Readers readers;
    private final ReentrantLock writing = new ReentrantLock();
    private final Batch batch;
    private final boolean isNew;
    private Link writer;
    private final Trouble trouble = new Trouble();
    private int depth;
    private boolean broken;

    /** What is done with a link. */
    interface Work<T> {
        T on(Link link) throws SQLException;
    }

    ReadFile(Path file, Batch batch) {
        this.file = file;
        this.batch = batch;
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            isNew = !Link.isOfThisShape(file);
            if (isNew) Link.remove(file);
            writer = isNew ? Link.anew(file) : Link.open(file);
            readers = new Readers(file);
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Whether there was no file, or one that is damaged or of another shape, which is gone: what this one holds begins
     * with the first event.
     */
    boolean isNew() {
        return isNew;
    }

    /** Begins a transaction of this thread, or joins the one that it is in. */
    void begin() {
        writing.lock();
        if (depth++ > 0) return;
        broken = false;
        try {
            if (writer.isClosed()) writer = Link.open(file);
            writer.execute("BEGIN IMMEDIATE");
        } catch (SQLException failed) {
            depth--;
            writing.unlock();
            throw trouble.whileWriting(failed);
        }
    }

    /** Ends what {@link #begin} began; the outermost one commits, unless an inner one failed. */
    void end(boolean keep) {
        broken |= !keep;
        try {
            if (--depth == 0) finish();
        } finally {
            writing.unlock();
        }
    }

    /** Undoes whatever this thread began and did not end. */
    void letGo() {
        while (writing.isHeldByCurrentThread()) {
            try {
                end(false);
            } catch (ReadStoreFailed notEvenBegun) {
                broken = true;
            }
        }
    }

    private void finish() {
        try {
            if (broken) return;
            broken = true;
            batch.flush(writer);
            writer.execute("COMMIT");
            broken = false;
            trouble.isOver();
        } catch (SQLException failed) {
            throw trouble.whileWriting(failed);
        } finally {
            if (broken) undo();
        }
    }

    /**
     * A full disk ends a transaction by itself; whatever else hinders a rollback ends with the connection, and the next
     * one is opened anew.
     */
    private void undo() {
        batch.forget();
        try {
            writer.execute("ROLLBACK");
        } catch (SQLException ended) {
            closeWriter();
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (SQLException failed) {
            throw trouble.whileWriting(failed);
        }
    }

    /** Writes in the transaction of this thread, or in one of its own. */
    <T> T write(Work<T> work) {
        begin();
        var kept = false;
        try {
            var result = work.on(writer);
            kept = true;
            return result;
        } catch (SQLException failed) {
            throw trouble.whileWriting(failed);
        } finally {
            end(kept);
        }
    }

    boolean isInTransaction() {
        return writing.isHeldByCurrentThread();
    }

    /** Reads what is committed; inside a transaction of this thread also what it has written. */
    <T> T read(Work<T> work) {
        try {
            if (isInTransaction()) {
                flush();
                return work.on(writer);
            }
            return readers.read(work);
        } catch (SQLException failed) {
            throw trouble.of(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReadStoreFailed(interrupted);
        }
    }

    /** Writes what waits; a transaction in which that fails is undone even if whoever asked goes on. */
    private void flush() throws SQLException {
        var before = broken;
        broken = true;
        batch.flush(writer);
        broken = before;
    }

    /** Puts a finished file in the place of this one; whoever asks meanwhile waits for a moment. */
    void replace(Path finished) {
        alone(() -> {
            try {
                endWriter();
                Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                trouble.isAnotherFile();
            }
        });
    }

    /** Deletes something, so that nothing of it is left in the file; whoever asks meanwhile waits for a moment. */
    void erase(Work<Integer> deletion) {
        alone(() -> {
            write(deletion);
            writer.rewrite();
        });
    }

    /** What is done while nobody else reads or writes. */
    private interface Alone {
        void run() throws SQLException, IOException;
    }

    private void alone(Alone work) {
        writing.lock();
        try {
            if (depth > 0) throw new IllegalStateException("a transaction is going on");
            var taken = readers.taken();
            try {
                work.run();
            } finally {
                batch.forget();
                readers.giveBack(taken);
            }
        } catch (SQLException | IOException failed) {
            throw new ReadStoreFailed(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReadStoreFailed(interrupted);
        } finally {
            writing.unlock();
        }
    }

    /** What is damaged is closed all the same, and its log goes with it. */
    private void endWriter() throws SQLException, IOException {
        try {
            writer.endLog();
        } catch (SQLException failed) {
            if (!Link.isDamage(failed)) throw failed;
        }
        writer.close();
        Link.removeLog(file);
    }

    /** What is wrong with the file, and who is told. */
    Trouble trouble() {
        return trouble;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            readers.taken();
            writer.close();
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            writing.unlock();
        }
    }
}
