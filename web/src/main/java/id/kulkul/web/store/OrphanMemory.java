package id.kulkul.web.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the last look found without an event, in a file that tells the hour of that look and of no single blob or row.
 */
final class OrphanMemory {
    private static final Pattern LINE = Pattern.compile("blob [0-9a-f]{64}|(case|row) [0-9a-f]{32}");

    /** One look: its hour, and what it found. */
    record Look(Instant hour, Set<String> orphans) {}

    private final Path file;

    OrphanMemory(Path file) {
        this.file = file;
    }

    /**
     * The last look; a file that cannot be read, or that a crash left torn, is none, since nothing is removed without a
     * look before.
     */
    Optional<Look> last() {
        try {
            List<String> lines = Files.readAllLines(file);
            Set<String> orphans = new LinkedHashSet<>(lines.subList(1, lines.size()));
            boolean whole = orphans.stream().allMatch(line -> LINE.matcher(line).matches());
            return whole ? Optional.of(new Look(Instant.parse(lines.getFirst()), orphans)) : Optional.empty();
        } catch (IOException | DateTimeException | IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Takes the place of the last look, whole or not at all. */
    void remember(Instant time, Collection<String> orphans) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(time.truncatedTo(ChronoUnit.HOURS).toString());
        lines.addAll(orphans);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, lines);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
