package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Hex16;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lasting identity of one log of one organisation: the first line of its checkpoints and the name of its keys. */
public record LogOrigin(UUID tenant, LogName log) {

    private static final Pattern TEXT = Pattern.compile("kulkul/([0-9a-f]{32})/(wbs|bids|open)");

    /** The line: {@code kulkul/<32 hex digits>/<log>}. */
    public String text() {
        return "kulkul/" + Hex16.of(tenant) + "/" + log.text();
    }

    /**
     * The origin of a line.
     *
     * @throws InvalidEvidence where the line is anything else
     */
    public static LogOrigin parse(String line) throws InvalidEvidence {
        Matcher parts = TEXT.matcher(line);
        if (!parts.matches()) throw new InvalidEvidence("unknown-origin");
        return new LogOrigin(Hex16.parse(parts.group(1)), LogName.of(parts.group(2)));
    }

    @Override
    public String toString() {
        return text();
    }
}
