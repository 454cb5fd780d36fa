package id.kulkul.web.page;

import id.kulkul.web.life.Ending;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Counts what failed, by what and where in the program, for one line an hour: a line of its own would tell to the
 * millisecond when somebody came. Never a message, which can hold what a reporter wrote.
 */
public final class Failures {
    private static final int FRAMES = 8;
    private static final Tally TALLY = new Tally(Instant.EPOCH);

    private Failures() {}

    /** Counts a failure; an error of the virtual machine ends the process. */
    public static void note(Throwable failure) {
        Ending.ifBroken(failure);
        String what = failure instanceof Refused refused ? " " + refused.code() : where(failure.getStackTrace());
        TALLY.add(failure.getClass().getName() + what);
    }

    /** Where in the program something failed; places in the code tell nothing of who asked. */
    static String where(StackTraceElement[] trace) {
        String frames = Arrays.stream(trace)
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return frames.isEmpty() ? "" : " at " + frames;
    }

    static Tally tally() {
        return TALLY;
    }
}
