package id.kulkul.web.audit;

import static java.util.concurrent.TimeUnit.SECONDS;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.clock.ClockWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Leaves leaves;
    private final ServerKeys keys;
    private final Acts acts;
    private final Map<LogName, Marks> marks;
    private final Clock clock;
    private final ClockWatch watch;
    private final Set<LogName> ahead = ConcurrentHashMap.newKeySet();
    private final Map<LogName, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());

    CheckpointSigner(
            Leaves leaves, ServerKeys keys, Acts acts, Map<LogName, Marks> marks, Clock clock, ClockWatch watch) {
        this.leaves = leaves;
        this.keys = keys;
        this.acts = acts;
        this.marks = marks;
        this.clock = clock;
        this.watch = watch;
    }

    /** Begins to sign at the marks of every log, and first signs the open one again, so that no list looks older than it is. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (!keys.isComplete()) return;
        waiting.put(
                LogName.OPEN,
                thread.schedule(() -> atMark(LogName.OPEN, of(LogName.OPEN).always()), 0, SECONDS));
        for (LogName log : LogName.values()) if (log != LogName.OPEN) await(log);
    }

    private void await(LogName log) {
        Instant now = clock.instant();
        long wait = Duration.between(now, of(log).next(now)).toMillis() + 1;
        waiting.put(log, thread.schedule(() -> atMark(log, of(log)), wait, TimeUnit.MILLISECONDS));
    }

    private void atMark(LogName log, Marks due) {
        try {
            sign(log, due.last(watch.forMarks()), due);
        } catch (RuntimeException e) {
            LOG.error(
                    "The {} log was not signed at its mark: {}",
                    log.text(),
                    e.getClass().getName());
        } finally {
            await(log);
        }
    }

    /**
     * Signs one log as of a mark, if the mark asks for a checkpoint, and waits until it is stored; not for the event loop. Where the last
     * mark lies ahead of the clock, the log goes on a second after that.
     */
    public void sign(LogName log, Instant mark) {
        sign(log, mark, of(log));
    }

    private synchronized void sign(LogName log, Instant asked, Marks due) {
        Optional<Instant> last = leaves.lastMark(log);
        Instant now = clock.instant();
        Instant mark = Marks.onwards(asked, last, now);
        tell(log, mark.isAfter(asked), mark);
        leaves.cut(log, mark, due).ifPresent(cut -> {
            acts.send(cut.signed(keys.log(log)), Acts.NOBODY)
                    .toFuture()
                    .orTimeout(PATIENCE.toSeconds(), SECONDS)
                    .join();
            leaves.follow();
        });
    }

    private void tell(LogName log, boolean isAhead, Instant mark) {
        if (isAhead && ahead.add(log))
            LOG.warn(
                    "The clock lies behind the last mark of the {} log, which goes on a second after it: {}",
                    log.text(),
                    mark);
        if (!isAhead && ahead.remove(log)) LOG.info("The clock has reached the last mark of the {} log", log.text());
    }

    private Marks of(LogName log) {
        return marks.getOrDefault(log, Marks.standard(log));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
