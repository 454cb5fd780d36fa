package id.kulkul.web.bench;

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

/** Events acknowledged by the event store at 1, 8 and 32 writers, divided by appends of 1 KB forced one by one to the same disk. */
final class AppendBench {
    private static final int[] WRITERS = {1, 8, 32};
    private static final double[] TARGETS = {0.6, 2.0, 3.5};
    private static final int WARMING_ROUNDS = 3;

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
            var ratios = new AppendBench(folder, millis, open.events()).run(rounds);
            System.out.println(Machine.line(folder) + "\n\n" + table(ratios, rounds));
        }
    }

    private Map<Integer, List<Double>> run(int rounds) throws Exception {
        for (int i = 0; i < WARMING_ROUNDS; i++) for (int writers : WRITERS) store(writers);
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
        return ratios;
    }

    private static String table(Map<Integer, List<Double>> ratios, int rounds) {
        var table = new StringBuilder(
                "| writers | median of %d | lowest | highest | target |\n| --- | --- | --- | --- | --- |\n"
                        .formatted(rounds));
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
