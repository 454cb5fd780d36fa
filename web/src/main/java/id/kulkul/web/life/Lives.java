package id.kulkul.web.life;

import id.kulkul.query.Deaths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Everything that runs by itself: what dies is begun again three times, after a second, five and fifteen, and if that
 * does not help the process ends.
 */
@Component
public class Lives implements Deaths, SmartLifecycle, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Lives.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));

    private final List<Duration> pauses;
    private final Map<String, Integer> restarts = new ConcurrentHashMap<>();
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    @Autowired
    Lives() {
        this(PAUSES);
    }

    Lives(List<Duration> pauses) {
        this.pauses = List.copyOf(pauses);
    }

    /**
     * Does something again and again on a thread of its own, until this is destroyed.
     *
     * @param pause asked before each round how long to wait for it
     */
    public void loop(String name, Supplier<Duration> pause, Loop.Round round) {
        loops.add(new Loop(name, pause, round, this));
    }

    @Override
    public Optional<Duration> died(String what, Throwable why, int inARow) {
        Ending.ifBroken(why);
        if (inARow > pauses.size()) {
            Ending.of(what, why);
            return Optional.empty();
        }
        restarts.merge(what, 1, Integer::sum);
        LOG.error(
                "{} died of {} and is begun again, attempt {}",
                what,
                why.getClass().getName(),
                inARow);
        return Optional.of(pauses.get(inARow - 1));
    }

    /** How often each that died was begun again since the start. */
    public Map<String, Integer> restarts() {
        return new TreeMap<>(restarts);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Called first of all, while everything that the loops use is still there. */
    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        loops.forEach(Loop::close);
    }
}
