package id.kulkul.query.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A few links that only read one file, each lent to one thread at a time; whoever finds none waits for one. */
final class Readers {
    private static final int LINKS = 4;

    private final Path file;
    private final BlockingQueue<Link> links = new ArrayBlockingQueue<>(LINKS);

    Readers(Path file) throws SQLException {
        this.file = file;
        for (var i = 0; i < LINKS; i++) links.add(link());
    }

    private Link link() throws SQLException {
        var link = Link.open(file);
        link.execute("PRAGMA query_only=ON");
        return link;
    }

    /** Reads through one of them, which is opened anew where it was closed. */
    <T> T read(ReadFile.Work<T> work) throws SQLException, InterruptedException {
        var link = links.take();
        try {
            if (link.isClosed()) link = link();
            return work.on(link);
        } finally {
            links.add(link);
        }
    }

    /** Waits until nobody reads, closes all, and lends none of them before they are given back. */
    List<Link> taken() throws SQLException, InterruptedException {
        var taken = new ArrayList<Link>();
        for (var i = 0; i < LINKS; i++) {
            taken.add(links.take());
            taken.getLast().close();
        }
        return taken;
    }

    /** Lends them again. */
    void giveBack(List<Link> taken) {
        links.addAll(taken);
    }
}
