package id.kulkul.web.life;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at once where going on would be worse; the stores are made for it, so that nothing acknowledged is
 * lost.
 */
public final class Ending {
    /**
     * The exit code of a process that ended itself; {@code -XX:+ExitOnOutOfMemoryError} of the virtual machine has 3.
     */
    public static final int CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final int CAUSES = 16;
    private static final int FRAMES = 8;
    private static volatile Halt halt = Halt.ready();

    private Ending() {}

    /**
     * Ends the process if the virtual machine itself failed, or that is the cause of a failure; otherwise does nothing.
     */
    public static void ifBroken(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            if (cause instanceof VirtualMachineError broken) of("The virtual machine", broken);
            cause = cause.getCause();
        }
    }

    /** Ends the process because something failed without which it would only seem to work. */
    public static void of(String what, Throwable why) {
        Halt last = halt;
        if (!last.begin(why)) return;
        try {
            LOG.error(
                    "{} failed: {} at {}. This process ends.",
                    what,
                    why.getClass().getName(),
                    where(why));
        } finally {
            last.now();
        }
    }

    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }

    /** Lets a test see an end that it survives. */
    static void replace(Halt other) {
        halt = other;
    }
}
