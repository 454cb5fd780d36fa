package id.kulkul.web.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.life.Lives;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signs every log at its marks; a checkpoint is stored before anybody, a witness included, sees it. */
@Component
public class CheckpointSigner {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Leaves leaves;
    private final ServerKeys keys;
    private final Acts acts;
    private final Map<LogName, Marks> marks;
    private final Clock clock;
    private final Lives lives;

    CheckpointSigner(Leaves leaves, ServerKeys keys, Acts acts, Map<LogName, Marks> marks, Clock clock, Lives lives) {
        this.leaves = leaves;
        this.keys = keys;
        this.acts = acts;
        this.marks = marks;
        this.clock = clock;
        this.lives = lives;
    }

    /** Begins to sign at the marks of every log. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (keys.isComplete()) for (LogName log : LogName.values()) await(log);
    }

    private void await(LogName log) {
        lives.loop("checkpoints-" + log.text(), () -> untilMark(log), () -> atMark(log));
    }

    private Duration untilMark(LogName log) {
        Instant now = clock.instant();
        return Duration.between(now, of(log).next(now)).plusMillis(1);
    }

    private void atMark(LogName log) {
        try {
            sign(log, of(log).last(clock.instant()));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Error broken) throw broken;
            LOG.error(
                    "The {} log was not signed at its mark: {}",
                    log.text(),
                    e.getClass().getName());
        }
    }

    /** Signs one log as of a mark, if the mark asks for a checkpoint, and waits until it is stored; not for the event loop. */
    public synchronized void sign(LogName log, Instant mark) {
        leaves.cut(log, mark, of(log)).ifPresent(cut -> {
            acts.send(cut.signed(keys.log(log)), Acts.NOBODY)
                    .toFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            leaves.follow();
        });
    }

    private Marks of(LogName log) {
        return marks.getOrDefault(log, Marks.standard(log));
    }
}
