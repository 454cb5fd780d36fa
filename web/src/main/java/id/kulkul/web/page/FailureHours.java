package id.kulkul.web.page;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import id.kulkul.web.life.Lives;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes what failed at every full hour and at the end; begins right before the web server and ends right after it. */
@Component
class FailureHours implements SmartLifecycle {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int BEFORE_THE_SERVER = DEFAULT_PHASE - 2_049;

    private final Lives lives;
    private final LibraryLines libraries = new LibraryLines(Failures.tally());
    private volatile boolean running;

    FailureHours(Lives lives) {
        this.lives = lives;
    }

    @Override
    public void start() {
        running = true;
        Failures.tally().begin(Instant.now());
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log)
            log.getLogger(Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(appender -> appender.addFilter(libraries));
        lives.loop("failures", () -> untilHour(Instant.now()), FailureHours::write);
    }

    /** Not by the office's clock, which a demonstration sets to the past: the log's own times are the machine's. */
    static Duration untilHour(Instant now) {
        Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        return Duration.between(now, next);
    }

    private static void write() {
        Failures.tally().line(Instant.now()).ifPresent(line -> LOG.warn("{}", line));
    }

    @Override
    public void stop() {
        running = false;
        libraries.end();
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }
}
