package id.kulkul.web.life;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Looks at whatever is given to the log, even where it is not written: libraries that swallow an error usually say so
 * there.
 */
final class LoggedErrors extends TurboFilter {
    private static final String NAME = "life";

    private LoggedErrors() {
        setName(NAME);
    }

    /** Looks from now on, once for each log. */
    static void watch(LoggerContext log) {
        boolean there = log.getTurboFilterList().stream().anyMatch(filter -> NAME.equals(filter.getName()));
        if (!there) log.addTurboFilter(new LoggedErrors());
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        if (thrown != null) Ending.ifBroken(thrown);
        else if (values != null && values.length > 0 && values[values.length - 1] instanceof Throwable last)
            Ending.ifBroken(last);
        return FilterReply.NEUTRAL;
    }
}
