package id.kulkul.web.log;

import static java.util.concurrent.TimeUnit.SECONDS;

import id.kulkul.command.Acted;
import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.Marks;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.clock.ClockWatch;
import id.kulkul.web.life.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /**
     * How soon a mark that failed is tried again: nobody waits for the next one because the office was busy for a
     * moment.
     */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** At one mark; the next mark goes on from there. */
    private static final int MOST_STREAMS = 8;

    private final Leaves leaves;
    private final DayStreams streams;
    private final ServerKeys keys;
    private final Acts acts;
    private final MarkPlan marks;
    private final Clock clock;
    private final ClockWatch watch;
    private final Rounds rounds;
    private final Set<LogName> ahead = ConcurrentHashMap.newKeySet();
    private final Set<LogName> failing = ConcurrentHashMap.newKeySet();

    CheckpointSigner(
            Leaves leaves,
            DayStreams streams,
            ServerKeys keys,
            Acts acts,
            MarkPlan marks,
            Clock clock,
            ClockWatch watch,
            Rounds rounds) {
        this.leaves = leaves;
        this.streams = streams;
        this.keys = keys;
        this.acts = acts;
        this.marks = marks;
        this.clock = clock;
        this.watch = watch;
        this.rounds = rounds;
    }

    /**
     * Begins to sign at the marks of every log, and first signs the open one again, so that no list looks older than it
     * is.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (keys.isComplete()) for (LogName log : LogName.values()) await(log);
    }

    private void await(LogName log) {
        var always = new AtomicBoolean(log == LogName.OPEN);
        rounds.loop(
                "checkpoints-" + log.text(),
                () -> always.get() && !failing.contains(log)
                        ? Duration.ZERO
                        : pause(failing.contains(log), untilMark(log)),
                () -> {
                    if (atMark(log, always.get() ? of(log).always() : of(log))) always.set(false);
                });
    }

    static Duration pause(boolean failed, Duration untilMark) {
        return failed && AGAIN.compareTo(untilMark) < 0 ? AGAIN : untilMark;
    }

    private Duration untilMark(LogName log) {
        Instant now = clock.instant();
        return Duration.between(now, of(log).next(now)).plusMillis(1);
    }

    private boolean atMark(LogName log, Marks due) {
        try {
            Instant believed = watch.forMarks();
            sign(log, due.last(believed), believed, due);
            if (failing.remove(log)) LOG.info("The {} log is signed again", log.text());
            return true;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Error broken) throw broken;
            if (failing.add(log))
                LOG.error(
                        "The {} log was not signed at its mark, and is tried every few seconds: {}",
                        log.text(),
                        e.getClass().getName());
            return false;
        }
    }

    /**
     * Signs one log as of a mark, if the mark asks for a checkpoint, and waits until it is stored; not for the event
     * loop. A mark may lie ahead of the clock, or the clock may be in doubt; then the log goes on one second after its
     * last mark.
     */
    public void sign(LogName log, Instant mark) {
        sign(log, mark, clock.instant(), of(log));
    }

    private synchronized void sign(LogName log, Instant asked, Instant believed, Marks due) {
        Optional<Instant> last = leaves.lastMark(log);
        Instant mark = Marks.onwards(asked, last, believed);
        tell(log, mark.isAfter(asked), mark);
        leaves.cut(log, mark, due).ifPresent(cut -> {
            store(cut.signed(keys.log(log)), MOST_STREAMS);
            leaves.follow();
        });
    }

    /**
     * In the next stream of the day where one cannot be used: whatever stands in a stream, no day goes unsigned for it.
     */
    private void store(RecordCheckpoint checkpoint, int attempts) {
        RecordCheckpoint placed = streams.place(checkpoint);
        try {
            acts.send(placed, Acted.NOBODY)
                    .toFuture()
                    .orTimeout(PATIENCE.toSeconds(), SECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (attempts == 1 || !DayStreams.isOfTheStream(failure)) throw failure;
            streams.giveUp(placed);
            store(checkpoint, attempts - 1);
        }
    }

    private void tell(LogName log, boolean isAhead, Instant mark) {
        if (isAhead && ahead.add(log))
            LOG.warn(
                    "The clock, as far as it is believed, lies behind the last mark of the {} log, which goes on a second after it: {}",
                    log.text(),
                    mark);
        if (!isAhead && ahead.remove(log)) LOG.info("The clock has reached the last mark of the {} log", log.text());
    }

    private Marks of(LogName log) {
        return marks.at(log, clock.instant());
    }
}
