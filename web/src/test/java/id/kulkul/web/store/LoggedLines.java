package id.kulkul.web.store;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class writes into the program's log while a test runs. */
final class LoggedLines implements AutoCloseable {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger;

    LoggedLines(Class<?> writes) {
        logger = (Logger) LoggerFactory.getLogger(writes);
        lines.start();
        logger.addAppender(lines);
    }

    List<String> lines() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** The newest line; empty where there is none. */
    String last() {
        var all = lines();
        return all.isEmpty() ? "" : all.getLast();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
