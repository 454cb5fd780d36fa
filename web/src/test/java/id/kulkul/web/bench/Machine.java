package id.kulkul.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The machine that a figure comes from, without which it means nothing. */
final class Machine {
    private Machine() {}

    /** One line: date, processor, cores, system, file system of the folder, Java. */
    static String line(Path folder) throws IOException {
        return "%s: %s x %d, %s %s, %s, Java %s"
                .formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Files.getFileStore(folder).type(),
                        Runtime.version());
    }

    private static String processor() throws IOException {
        var facts = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(facts)) return System.getProperty("os.arch");
        try (var lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
