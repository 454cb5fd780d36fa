package id.kulkul.web.bench;

import id.kulkul.web.store.HomeLock;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.Stores;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.json.JacksonSerializer;

/** Events acknowledged by the event store at 1, 8 and 32 writers, divided by appends of 1 KB forced one by one to the same disk. */
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

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "append");
        int rounds = Integer.parseInt(arguments[1]);
        long millis = Long.parseLong(arguments[2]);
        var homes = new Homes(folder, null, false);
        var stores = new Stores();
        var lock = HomeLock.take(homes);
        var engine = stores.eventStorageEngine(
                homes,
                lock,
                JacksonSerializer.builder().revisionResolver(type -> "1").build());
        new AppendBench(folder, millis, stores.eventStore(engine)).run(rounds);
        ((AutoCloseable) engine).close();
        lock.close();
    }

    private void run(int rounds) throws Exception {
        for (int writers : WRITERS) store(writers);
        Map<Integer, List<Double>> ratios = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int writers : WRITERS) {
                double before = forced();
                double rate = store(writers);
                double after = forced();
                ratios.computeIfAbsent(writers, any -> new ArrayList<>()).add(2 * rate / (before + after));
                System.err.printf("%d writers: %.0f/s beside %.0f and %.0f%n", writers, rate, before, after);
            }
        }
        System.out.println(table(ratios));
    }

    private static String table(Map<Integer, List<Double>> ratios) {
        var table = new StringBuilder(
                "| writers | median | lowest | highest | target |\n| --- | --- | --- | --- | --- |\n");
        for (int i = 0; i < WRITERS.length; i++) {
            var sorted =
                    ratios.getOrDefault(WRITERS[i], List.of()).stream().sorted().toList();
            table.append("| %d | **%.2f** | %.2f | %.2f | %.1f |\n"
                    .formatted(
                            WRITERS[i],
                            sorted.get(sorted.size() / 2),
                            sorted.getFirst(),
                            sorted.getLast(),
                            TARGETS[i]));
        }
        return table.toString();
    }

    /** Appends of 1 KB a second by one writer that forces each. */
    private double forced() throws IOException {
        var file = folder.resolve("baseline");
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
