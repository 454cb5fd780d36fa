package id.kulkul.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program as it unpacks itself, once in a run of tests: the same classes, started in a third of the time,
 * since a program that was stopped before left an archive of them, and since no test is long enough to win back what
 * the second compiler takes.
 */
final class Unpacked {
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final Path JAR = Path.of("target", "kulkul.jar");

    private static @Nullable Path folder;

    private Unpacked() {}

    /** Starts the jar as everybody else does, with no option of the tests' own. */
    static List<String> notAtAll() {
        return List.of(JAVA, "-Xmx512m", "-jar", JAR.toString());
    }

    /** Starts the program with the archive, where there is one already. */
    static List<String> program() {
        return program(Files.exists(archive()) ? "-XX:SharedArchiveFile=" + archive() : "-Xshare:auto");
    }

    /** Starts it so that it leaves the archive when it is stopped. */
    static List<String> recording() {
        return program("-XX:ArchiveClassesAtExit=" + archive());
    }

    private static List<String> program(String archive) {
        return List.of(
                JAVA,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dreactor.netty.ioShutdownQuietPeriod=0",
                archive,
                "-jar",
                jar().toString());
    }

    private static Path archive() {
        return jar().resolveSibling("kulkul.jsa");
    }

    private static synchronized Path jar() {
        if (folder == null) folder = unpacked();
        return folder.resolve("kulkul.jar");
    }

    private static Path unpacked() {
        try {
            Path to = Path.of("target", "unpacked");
            Files.deleteIfExists(to.resolve("kulkul.jsa"));
            Process tools = new ProcessBuilder(
                            JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            JAR.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            to.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (tools.waitFor() != 0) throw new IllegalStateException("The jar does not unpack itself");
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
