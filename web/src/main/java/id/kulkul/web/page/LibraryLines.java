package id.kulkul.web.page;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * While strangers are served, what a library would write is counted and not written: its lines name addresses, ids and
 * what was sent, and their times are somebody's. Our own lines pass.
 */
final class LibraryLines extends Filter<ILoggingEvent> {
    private static final String OURS = "id.kulkul.";

    private final Tally tally;
    private volatile boolean counts = true;

    LibraryLines(Tally tally) {
        this.tally = tally;
    }

    @Override
    public FilterReply decide(ILoggingEvent line) {
        if (!counts || line.getLoggerName().startsWith(OURS)) return FilterReply.NEUTRAL;
        tally.add(line.getLevel() + " of " + line.getLoggerName() + failure(line.getThrowableProxy()));
        return FilterReply.DENY;
    }

    private static String failure(@Nullable IThrowableProxy thrown) {
        if (thrown == null) return "";
        StackTraceElement[] trace = Arrays.stream(thrown.getStackTraceElementProxyArray())
                .map(StackTraceElementProxy::getStackTraceElement)
                .toArray(StackTraceElement[]::new);
        return ", " + thrown.getClassName() + Failures.where(trace);
    }

    /** From now on every line is written again: nobody is served any more. */
    void end() {
        counts = false;
    }
}
