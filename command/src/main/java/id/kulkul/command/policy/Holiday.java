package id.kulkul.command.policy;

import java.time.LocalDate;

/**
 * A day on which offices are closed, with the name people know, its source, and whether that source has been checked.
 */
public record Holiday(
        LocalDate date, Kind kind, String key, String indonesian, String english, boolean confirmed, String source) {
    /** Whose day it is: the nation's, a joint leave fixed by decree, or Bali's. */
    public enum Kind {
        NATIONAL,
        JOINT_LEAVE,
        BALI
    }
}
