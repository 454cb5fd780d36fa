package id.kulkul.web.audit;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ServerKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signs every log at its marks; a checkpoint is stored before anybody, a witness included, sees it. */
@Component
public class CheckpointSigner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** At one mark; the next mark goes on from there. */
    private static final int MOST_STREAMS = 8;

    private final Leaves leaves;
    private final DayStreams streams;
    private final ServerKeys keys;
    private final Acts acts;
    private final Map<LogName, Marks> marks;
    private final Clock clock;
    private final Map<LogName, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());

    CheckpointSigner(
            Leaves leaves, DayStreams streams, ServerKeys keys, Acts acts, Map<LogName, Marks> marks, Clock clock) {
        this.leaves = leaves;
        this.streams = streams;
        this.keys = keys;
        this.acts = acts;
        this.marks = marks;
        this.clock = clock;
    }

    /** Begins to sign at the marks of every log. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (keys.isComplete()) for (LogName log : LogName.values()) await(log);
    }

    private void await(LogName log) {
        Instant now = clock.instant();
        long wait = Duration.between(now, of(log).next(now)).toMillis() + 1;
        waiting.put(log, thread.schedule(() -> atMark(log), wait, TimeUnit.MILLISECONDS));
    }

    private void atMark(LogName log) {
        try {
            sign(log, of(log).last(clock.instant()));
        } catch (RuntimeException e) {
            LOG.error(
                    "The {} log was not signed at its mark: {}",
                    log.text(),
                    e.getClass().getName());
        } finally {
            await(log);
        }
    }

    /** Signs one log as of a mark, if the mark asks for a checkpoint, and waits until it is stored; not for the event loop. */
    public synchronized void sign(LogName log, Instant mark) {
        leaves.cut(log, mark, of(log)).ifPresent(cut -> {
            store(cut.signed(keys.log(log)), MOST_STREAMS);
            leaves.follow();
        });
    }

    /** In the next stream of the day where one cannot be used: whatever stands in a stream, no day goes unsigned for it. */
    private void store(RecordCheckpoint checkpoint, int attempts) {
        RecordCheckpoint placed = streams.place(checkpoint);
        try {
            acts.send(placed, Acts.NOBODY)
                    .toFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (attempts == 1 || !DayStreams.isOfTheStream(failure)) throw failure;
            streams.giveUp(placed);
            store(checkpoint, attempts - 1);
        }
    }

    private Marks of(LogName log) {
        return marks.getOrDefault(log, Marks.standard(log));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
