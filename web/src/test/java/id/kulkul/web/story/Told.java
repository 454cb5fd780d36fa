package id.kulkul.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The home of a demonstration whose story was told once in this run of tests, since that takes longer than most of what
 * is tested on it.
 */
final class Told {
    private static @Nullable Path told;

    private Told() {}

    /**
     * Lays a copy of it there; a demonstration that starts on it has its story already, and everything else is its own.
     */
    static Path copy(Path home) {
        Path from = home();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, home.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a copy of its data there alone, as a restored backup would. */
    static void copyData(Path home) throws IOException {
        Path from = home().resolve("data");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(
                        file, home.resolve("data").resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static synchronized Path home() {
        if (told == null) told = tell();
        return told;
    }

    private static Path tell() {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "told-").resolve("home");
            try (Packaged program = new Packaged(Unpacked.recording(), home, "--kulkul.demo=true")) {
                program.stop();
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
