package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Hex16;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The identity of one log of one organisation: the first line of its checkpoints and the name of its keys.
 *
 * @param generation 1 from the beginning, and one more after each declared loss; what an earlier one signed last closes
 *     it
 */
public record LogOrigin(UUID tenant, LogName log, int generation) {

    private static final int LAST = 999_999;
    private static final Pattern TEXT = Pattern.compile("kulkul/([0-9a-f]{32})/("
            + Arrays.stream(LogName.values()).map(LogName::text).collect(Collectors.joining("|"))
            + ")(?:/([2-9]|[1-9][0-9]{1,5}))?");

    /** Refuses a generation below 1 or above {@value #LAST}. */
    public LogOrigin {
        if (generation < 1 || generation > LAST) throw new IllegalArgumentException("no log has this generation");
    }

    /** The first of a log. */
    public LogOrigin(UUID tenant, LogName log) {
        this(tenant, log, 1);
    }

    /**
     * The line: {@code kulkul/<32 hex digits>/<log>}, and from the second generation on {@code /<generation>} after it.
     */
    public String text() {
        String first = "kulkul/" + Hex16.of(tenant) + "/" + log.text();
        return generation == 1 ? first : first + "/" + generation;
    }

    /** The one in which the log goes on when this one is closed. */
    public LogOrigin next() {
        return inGeneration(generation + 1);
    }

    /** The same log's of that generation. */
    public LogOrigin inGeneration(int other) {
        return new LogOrigin(tenant, log, other);
    }

    /** Whether both are of one log, be it of different generations. */
    public boolean isOfLog(LogOrigin other) {
        return tenant.equals(other.tenant) && log == other.log;
    }

    /** Whether it is of the same log, before that one. */
    public boolean isBefore(LogOrigin other) {
        return isOfLog(other) && generation < other.generation;
    }

    /**
     * The origin of a line.
     *
     * @throws InvalidEvidence where the line is anything else
     */
    public static LogOrigin parse(String line) throws InvalidEvidence {
        Matcher parts = TEXT.matcher(line);
        if (!parts.matches()) throw new InvalidEvidence("unknown-origin");
        int generation = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        return new LogOrigin(Hex16.parse(parts.group(1)), LogName.of(parts.group(2)), generation);
    }

    @Override
    public String toString() {
        return text();
    }
}
