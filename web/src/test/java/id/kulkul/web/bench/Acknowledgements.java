package id.kulkul.web.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * A process that appends and writes one line to its output for each event as it is acknowledged, until it is killed or
 * done.
 */
final class Acknowledgements {
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private Acknowledgements() {}

    /** Arguments: home, writers, most events. The last line counts events and commits. */
    public static void main(String[] arguments) throws Exception {
        int writers = Integer.parseInt(arguments[1]);
        var left = new AtomicLong(Long.parseLong(arguments[2]));
        var commits = new AtomicLong();
        try (var open = new OpenStore(Path.of(arguments[0]));
                var stream = open.events().openStream(null)) {
            stream.setOnAvailableCallback(commits::incrementAndGet);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < writers; i++) threads.execute(() -> append(open.events(), left));
            }
        }
        System.out.println("events=" + arguments[2] + " commits=" + commits);
    }

    private static void append(EventStore store, AtomicLong left) {
        var appender = new Appender(store);
        while (left.getAndDecrement() > 0) say(appender.append());
    }

    private static void say(Appender.Place place) {
        try {
            OUT.write((place.aggregate() + " " + place.sequence() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
