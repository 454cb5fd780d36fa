package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.web.channel.NotNow;
import id.kulkul.web.channel.Obstacle;
import id.kulkul.web.life.Lives;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says whether reports can be received now: a receipt for one that nobody will see in time would be worse than none.
 */
@Component
class Reception implements Obstacle {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Watch watch;
    private final StateFile file;
    private final Lives lives;
    private volatile Condition condition = Condition.FRESH;

    Reception(Watch watch, StateFile file, Lives lives) {
        this.watch = watch;
        this.file = file;
        this.lives = lives;
    }

    /** Begins to look again and again, at once for the first time. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var begun = new AtomicBoolean();
        lives.loop("watch", () -> begun.getAndSet(true) ? watch.every() : Duration.ZERO, this::look);
    }

    private void look() {
        Condition before = condition;
        condition = watch.look();
        tell(before, condition);
        file.keep(condition, before.isWell() != condition.isWell());
    }

    /** One line when something begins and one when it is over. */
    private static void tell(Condition before, Condition now) {
        if (now.isBehind() != before.isBehind())
            tell(now.isBehind(), "The read side is behind the history", "The read side is up to date again");
        if (!now.late().equals(before.late()))
            tell(!now.late().isEmpty(), "Not signed at their marks: " + names(now), "All logs are signed again");
        if (now.isStopped() != before.isStopped())
            tell(now.isStopped(), "A store takes nothing", "The stores take what comes again");
        if (now.isDamaged() != before.isDamaged())
            tell(now.isDamaged(), "Something that was stored is gone or changed", "All that was stored is there again");
        if (now.receives() != before.receives())
            tell(!now.receives(), "No reports are received", "Reports are received again");
    }

    private static void tell(boolean begins, String beginning, String over) {
        if (begins) LOG.error("{}", beginning);
        else LOG.info("{}", over);
    }

    private static String names(Condition condition) {
        return condition.late().stream().map(LogName::text).sorted().collect(Collectors.joining(", "));
    }

    Condition condition() {
        return condition;
    }

    /**
     * What came now would not be covered by a checkpoint and shown in time; that there is room is asked elsewhere,
     * answers need less.
     */
    @Override
    public Optional<NotNow> now() {
        return condition.delivers() ? Optional.empty() : Optional.of(NotNow.LATE);
    }
}
