package id.kulkul.web.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Kills a process under load with signal 9, again and again, and looks for every event that it had acknowledged. */
final class KillNine {
    private static final int WRITERS = 8;
    private static final String MOST = "10000000";

    private KillNine() {}

    /** Arguments: an empty folder on the disk to measure, trials. Exits with 1 when an acknowledged event was lost. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int trials = Integer.parseInt(arguments[1]);
        int acknowledged = 0;
        int lost = 0;
        for (int trial = 0; trial < trials; trial++) {
            var home = folder.resolve("trial-" + trial);
            var places = acknowledgedBeforeTheKill(home, 300 + 50L * trial);
            int missing = missing(home, places);
            System.err.printf("trial %d: %d acknowledged, %d lost%n", trial + 1, places.size(), missing);
            acknowledged += places.size();
            lost += missing;
        }
        System.out.printf(
                "%s%n%n| trials | acknowledged | lost |%n| --- | --- | --- |%n| %d | %d | **%d** |%n",
                Machine.line(folder), trials, acknowledged, lost);
        System.exit(lost == 0 ? 0 : 1);
    }

    /**
     * Starts a loaded process on the home, kills it that long after its first acknowledgement, and returns all of them.
     */
    static List<Appender.Place> acknowledgedBeforeTheKill(Path home, long millis)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        var said = home.resolve("said");
        var process = new ProcessBuilder(command(home))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.size(said) == 0 && process.isAlive() && System.nanoTime() < deadline) Thread.sleep(10);
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        var text = Files.readString(said, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(KillNine::place)
                .toList();
    }

    /** How many of the places have no event after a restart. */
    static int missing(Path home, List<Appender.Place> places) throws Exception {
        try (var open = new OpenStore(home)) {
            return (int) places.stream()
                    .filter(place -> !isThere(open.events(), place))
                    .count();
        }
    }

    private static boolean isThere(EventStore store, Appender.Place place) {
        var events = store.readEvents(place.aggregate(), place.sequence());
        return events.hasNext() && events.peek().getSequenceNumber() == place.sequence();
    }

    private static Appender.Place place(String line) {
        int space = line.indexOf(' ');
        return new Appender.Place(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
    }

    /** The same Java on the same classes, whether this runs from the build or from the packaged jar. */
    private static List<String> command(Path home) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        var loaded = System.getProperty("loader.path");
        if (loaded == null) {
            command.add(Acknowledgements.class.getName());
        } else {
            command.addAll(List.of(
                    "-Dloader.path=" + loaded,
                    "-Dloader.main=" + Acknowledgements.class.getName(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher"));
        }
        command.addAll(List.of(home.toString(), String.valueOf(WRITERS), MOST));
        return command;
    }
}
