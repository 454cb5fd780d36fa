package id.kulkul.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each kind of failure came since an hour; a few kinds, whatever strangers send. */
final class Tally {
    /** What has more kinds than these is one kind together. */
    static final int MOST_KINDS = 64;

    private static final String OTHERS = "others";

    private final Map<String, Long> counts = new TreeMap<>();
    private Instant since;

    /** Nothing came yet. */
    Tally(Instant now) {
        since = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** Counts from now on. */
    synchronized void begin(Instant now) {
        since = now.truncatedTo(ChronoUnit.HOURS);
    }

    synchronized void add(String kind) {
        boolean known = counts.containsKey(kind) || counts.size() < MOST_KINDS;
        counts.merge(known ? kind : OTHERS, 1L, Long::sum);
    }

    /**
     * Everything since the last line, in the order of its names and not of its coming; nothing where nothing failed.
     */
    synchronized Optional<String> line(Instant now) {
        Optional<String> line = counts.isEmpty() ? Optional.empty() : Optional.of(line());
        counts.clear();
        begin(now);
        return line;
    }

    private String line() {
        return counts.entrySet().stream()
                .map(kind -> kind.getValue() + " x " + kind.getKey())
                .collect(Collectors.joining("; ", "Failed since " + since + ": ", ""));
    }
}
