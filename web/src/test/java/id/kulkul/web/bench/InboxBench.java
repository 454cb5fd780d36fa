package id.kulkul.web.bench;

import id.kulkul.command.EventJson;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.web.story.SealedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long 32 signed-in officials wait for their inbox while 64 reporters submit: one packaged program divided by
 * another one. Both run, each on a copy of one home, and are loaded by turns.
 */
final class InboxBench implements AutoCloseable {
    private static final int READERS = 32;
    private static final int REPORTERS = 64;
    private static final int WARMING = 1;
    private static final long BLOCK_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final long PAUSE_MILLIS = 100;
    private static final String MARKS = "--kulkul.marks.wbs=10s";
    private static final String HOME = "home";

    /** What was seen of one program in one block. */
    private record Seen(double slowest, double median, double reported, double pages, double reports) {}

    private final Served program;
    private final Manifest manifest;
    private final List<String> sessions;
    private int enough = 150;

    private InboxBench(Path jar, Path home, String... more) throws Exception {
        program = new Served(
                jar, home, Stream.concat(Stream.of(MARKS), Stream.of(more)).toArray(String[]::new));
        manifest = program.manifest();
        sessions = program.sessions("pemeriksa-1", READERS);
    }

    /**
     * Arguments: a folder on the disk to measure, which is used again if it was filled; the jar before, the jar after;
     * pairs; cards.
     */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var jars = List.of(Path.of(arguments[1]), Path.of(arguments[2]));
        if (!Files.exists(folder.resolve("full"))) fill(jars.getFirst(), folder, Integer.parseInt(arguments[4]));
        try (var before = new InboxBench(jars.getFirst(), copy(folder, "before"));
                var after = new InboxBench(jars.getLast(), copy(folder, "after"))) {
            for (int round = 0; round < WARMING; round++) {
                before.block();
                after.block();
            }
            System.out.println(Figure.table(folder, compare(before, after, Integer.parseInt(arguments[3]))));
        }
    }

    private static List<Figure> compare(InboxBench before, InboxBench after, int pairs) throws Exception {
        List<Seen> old = new ArrayList<>();
        List<Seen> young = new ArrayList<>();
        for (int pair = 0;
                pair < pairs;
                pair++) { // who comes second finds a warmer machine, so they take turns at that too
            if (pair % 2 == 0) old.add(before.block());
            young.add(after.block());
            if (pair % 2 == 1) old.add(before.block());
        }
        return List.of(
                figure("wait for an inbox, p99, before / after", old, young, Seen::slowest),
                figure("wait for an inbox, median, before / after", old, young, Seen::median),
                figure("wait for a receipt meanwhile, median, before / after", old, young, Seen::reported),
                figure("inboxes a second, after / before", young, old, Seen::pages),
                figure("reports a second meanwhile, after / before", young, old, Seen::reports));
    }

    private static Figure figure(String what, List<Seen> over, List<Seen> under, ToDoubleFunction<Seen> of) {
        List<Double> ratios = IntStream.range(0, over.size())
                .mapToObj(i -> of.applyAsDouble(over.get(i)) / of.applyAsDouble(under.get(i)))
                .toList();
        return new Figure("7", what, 0.95, ratios);
    }

    /** A home with so many cards on the desk. */
    private static void fill(Path jar, Path folder, int cards) throws Exception {
        var home = folder.resolve(HOME);
        new Served(jar, home, MARKS).close();
        try (var open = new OpenStore(home, EventJson.serializer())) {
            ManyCases.untouched(open.events(), cards);
        }
        try (var filled = new InboxBench(jar, home, Served.declaration(jar, home))) {
            while (!filled.page().contains("rel=\"next\"")) TimeUnit.SECONDS.sleep(1); // until a mark covers them
        }
        Files.createFile(folder.resolve("full"));
    }

    private String page() throws IOException, InterruptedException {
        return program.get("/kerja", sessions.getFirst()).body();
    }

    /** The program keeps modes that are strict, so the system copies. */
    private static Path copy(Path folder, String name) throws IOException, InterruptedException {
        var copy = folder.resolve(name);
        new ProcessBuilder("rm", "-rf", copy.toString()).start().waitFor();
        int failed = new ProcessBuilder("cp", "-a", folder.resolve(HOME).toString(), copy.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (failed != 0) throw new IOException("no copy of the home");
        return copy;
    }

    /** Seals more than a block can take, on both cores and outside its time. */
    private Queue<String> sealed() {
        Queue<String> sealed = new ConcurrentLinkedQueue<>();
        IntStream.range(0, enough)
                .parallel()
                .forEach(i -> sealed.add(new SealedForm(manifest).message().toString()));
        return sealed;
    }

    private Seen block() throws Exception {
        Queue<String> sealed = sealed();
        long start = System.nanoTime();
        long end = start + BLOCK_NANOS;
        List<Long> read = Collections.synchronizedList(new ArrayList<>());
        List<Long> reported = Collections.synchronizedList(new ArrayList<>());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (String session : sessions) running.add(people.submit(() -> read(session, end, read)));
            for (int i = 0; i < REPORTERS; i++) running.add(people.submit(() -> submit(sealed, end, reported)));
            for (var one : running) one.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        enough = Math.max(enough, 2 * reported.size());
        Collections.sort(read);
        Collections.sort(reported);
        System.err.printf(
                Locale.ROOT,
                "inbox p99 %.0f ms, median %.0f ms; receipt median %.0f ms; %d pages, %d reports in %.0f s%n",
                read.get(read.size() * 99 / 100) / 1e6,
                read.get(read.size() / 2) / 1e6,
                reported.get(reported.size() / 2) / 1e6,
                read.size(),
                reported.size(),
                seconds);
        return new Seen(
                read.get(read.size() * 99 / 100),
                read.get(read.size() / 2),
                reported.get(reported.size() / 2),
                read.size() / seconds,
                reported.size() / seconds);
    }

    private Void submit(Queue<String> sealed, long end, List<Long> waited) throws InterruptedException {
        for (var one = sealed.poll(); one != null && System.nanoTime() < end; one = sealed.poll()) {
            long asked = System.nanoTime();
            String report = one;
            answered(201, () -> program.post("/lapor/tersegel", report).statusCode());
            waited.add(System.nanoTime() - asked);
        }
        return null;
    }

    private Void read(String session, long end, List<Long> waited) throws InterruptedException {
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            answered(200, () -> program.get("/kerja", session).statusCode());
            waited.add(System.nanoTime() - asked);
        }
        return null;
    }

    /** What somebody asks of the program. */
    private interface Question {
        int status() throws IOException, InterruptedException;
    }

    /** Whoever is let down or told that the office is busy asks again, as people do, and has waited all that time. */
    private static void answered(int expected, Question question) throws InterruptedException {
        while (true) {
            try {
                int status = question.status();
                if (status == expected) return;
                if (status != 503) throw new IllegalStateException("answered with " + status);
            } catch (IOException letDown) {
                // the same as being refused
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
