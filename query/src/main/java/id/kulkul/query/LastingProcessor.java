package id.kulkul.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * A processor that an {@link Error} does not end. Axon's own is a task that plans itself anew: one that an error ended
 * is neither planned again nor stopped, and nobody hears of it. So a new one takes its place, once the threads of the
 * dead one are gone.
 */
final class LastingProcessor implements OneSegment, Lifecycle {
    private static final long NEVER = -1;

    /** Makes the next of the processors that follow each other here. */
    interface Maker {
        OneProcessor made(Consumer<Throwable> died);
    }

    private final String name;
    private final Deaths deaths;
    private final Maker maker;
    private final List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors = new CopyOnWriteArrayList<>();
    private volatile @Nullable OneProcessor current;
    private long deadAt = NEVER - 1;
    private int inARow;

    LastingProcessor(String name, Deaths deaths, Maker maker) {
        this.name = name;
        this.deaths = deaths;
        this.maker = maker;
    }

    @Override
    public synchronized void start() {
        if (current != null) return;
        var next = maker.made(this::mourn);
        try {
            interceptors.forEach(next.processor()::registerHandlerInterceptor);
            next.processor().start();
            current = next;
        } finally {
            if (current == null) next.bury();
        }
    }

    /** Called by a thread of the dead one, which can therefore not wait for its end. */
    private void mourn(Throwable why) {
        Thread.ofPlatform().daemon().name("after-" + name).start(() -> replace(why));
    }

    private synchronized void replace(Throwable why) {
        var dead = current;
        if (dead == null || !dead.isDead()) return;
        var pause = pause(dead, why);
        while (pause.isPresent() && current == dead) pause = replaced(dead, pause.get());
    }

    private static long millisTo(long end) {
        return Math.floorDiv(end - System.nanoTime(), 1_000_000L);
    }

    /** Empty once it is done, or no longer wanted. */
    private Optional<Duration> replaced(OneProcessor dead, Duration pause) {
        try {
            long end = System.nanoTime() + pause.toNanos();
            for (long left = pause.toMillis(); current == dead && left >= 0; left = millisTo(end)) wait(left + 1);
            if (current != dead) return Optional.empty();
            dead.bury();
            current = null;
            start();
            return Optional.empty();
        } catch (InterruptedException ended) {
            return Optional.empty();
        } catch (RuntimeException | Error again) {
            current = dead;
            return pause(dead, again);
        }
    }

    private Optional<Duration> pause(OneProcessor dead, Throwable why) {
        long position = position(dead.processor());
        inARow = position > deadAt ? 1 : inARow + 1;
        deadAt = Math.max(deadAt, position);
        return deaths.died(name, why, inARow);
    }

    private static long position(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(NEVER))
                .findFirst()
                .orElse(NEVER);
    }

    @Override
    public void shutDown() {
        shutdownAsync().join();
    }

    @Override
    public synchronized CompletableFuture<Void> shutdownAsync() {
        var ending = current;
        current = null;
        notifyAll();
        return ending == null ? CompletableFuture.completedFuture(null) : ending.end();
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        interceptors.add(interceptor);
        var present = current;
        if (present == null) return () -> interceptors.remove(interceptor);
        var there = present.processor().registerHandlerInterceptor(interceptor);
        return () -> {
            boolean known = interceptors.remove(interceptor);
            return there.cancel() || known;
        };
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return List.copyOf(interceptors);
    }

    @Override
    public boolean isRunning() {
        var present = current;
        return present != null && !present.isDead() && present.processor().isRunning();
    }

    @Override
    public boolean isError() {
        var present = current;
        return present != null && (present.isDead() || present.processor().isError());
    }

    @Override
    public Map<Integer, EventTrackerStatus> processingStatus() {
        var present = current;
        return present == null ? Map.of() : present.processor().processingStatus();
    }
}
