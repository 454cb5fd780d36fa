package id.kulkul.web.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Events acknowledged by the event store at 1, 8 and 32 writers, divided by appends of 1 KB forced one by one to the
 * same disk.
 */
final class AppendBench {
    private static final int[] WRITERS = {1, 8, 32};
    private static final double[] TARGETS = {0.6, 2.0, 3.5};

    private final Path folder;
    private final long blockNanos;
    private final EventStore store;

    private AppendBench(Path folder, long blockMillis, EventStore store) {
        this.folder = folder;
        this.blockNanos = blockMillis * 1_000_000;
        this.store = store;
    }

    /** Arguments: an empty folder on the disk to measure, rounds, milliseconds of a block. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long millis = Long.parseLong(arguments[2]);
        try (var open = new OpenStore(folder)) {
            System.out.println(Figure.table(folder, new AppendBench(folder, millis, open.events()).run(rounds)));
        }
    }

    private List<Figure> run(int rounds) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < WRITERS.length; i++) {
            int writers = WRITERS[i];
            var what = "durable append, writers: " + writers;
            figures.add(Figure.alternating("1a", what, TARGETS[i], rounds, this::forced, () -> store(writers)));
        }
        return figures;
    }

    /** Appends of 1 KB a second by one writer that forces each. */
    private double forced() throws IOException {
        var file = folder.resolve("forced");
        var block = ByteBuffer.allocateDirect(1024);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            long count = 0;
            for (; System.nanoTime() - start < blockNanos; count++) {
                channel.write(block.clear());
                channel.force(false);
            }
            return count * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }

    /** Events a second acknowledged to that many writers, each with one event at a time in flight. */
    private double store(int writers) throws Exception {
        long start = System.nanoTime();
        long count = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++)
                running.add(threads.submit(() -> new Appender(store).until(start + blockNanos)));
            for (var writer : running) count += writer.get();
        }
        return count * 1e9 / (System.nanoTime() - start);
    }
}
