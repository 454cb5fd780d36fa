package id.kulkul.web.page;

import id.kulkul.web.life.Ending;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the log what failed and where in the program, and never a message, which can hold what a reporter wrote. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int FRAMES = 12;

    private Failures() {}

    public static void note(Throwable failure) {
        Ending.ifBroken(failure);
        LOG.error("{} at {}", failure.getClass().getName(), where(failure));
    }

    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
