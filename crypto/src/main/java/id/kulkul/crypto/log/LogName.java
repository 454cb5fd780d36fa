package id.kulkul.crypto.log;

import java.util.Arrays;
import java.util.Locale;

/** The three logs of an organisation: protected reports, sealed bids, and everything else. */
public enum LogName {
    WBS,
    BIDS,
    OPEN;

    /** The name in origins and addresses: {@code wbs}, {@code bids} or {@code open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a log has that name. */
    public static boolean isOne(String text) {
        return Arrays.stream(values()).anyMatch(log -> log.text().equals(text));
    }

    /**
     * The log of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static LogName of(String text) {
        for (LogName log : values()) {
            if (log.text().equals(text)) return log;
        }
        throw new IllegalArgumentException("no log has this name");
    }
}
