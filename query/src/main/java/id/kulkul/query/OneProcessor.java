package id.kulkul.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * A processor of Axon with the two threads that it alone uses; when one of its tasks ends by being thrown out of, that
 * is its death.
 */
final class OneProcessor {
    private static final int PATIENCE_SECONDS = 10;

    private final StreamingEventProcessor processor;
    private final ScheduledThreadPoolExecutor coordinator;
    private final ScheduledThreadPoolExecutor worker;
    private final CompletableFuture<Throwable> death = new CompletableFuture<>();
    private final Runnable letGo;
    private final Consumer<Throwable> died;

    /**
     * Makes it with a coordinator and a worker of its own.
     *
     * @param letGo frees what the thread that died held, and is called by that thread
     * @param died hears of the first death only
     */
    OneProcessor(
            String name,
            BiFunction<ScheduledExecutorService, ScheduledExecutorService, StreamingEventProcessor> made,
            Runnable letGo,
            Consumer<Throwable> died) {
        this.letGo = letGo;
        this.died = died;
        this.coordinator = new Watched("coordinator-" + name);
        this.worker = new Watched("worker-" + name);
        this.processor = made.apply(coordinator, worker);
    }

    StreamingEventProcessor processor() {
        return processor;
    }

    boolean isDead() {
        return death.isDone();
    }

    /** Ends it after what it is doing; a dead one would never say that it has ended. */
    CompletableFuture<Void> end() {
        if (isDead()) return CompletableFuture.runAsync(this::bury);
        return CompletableFuture.anyOf(processor.shutdownAsync(), death).thenRun(() -> {
            coordinator.shutdown();
            worker.shutdown();
        });
    }

    /**
     * Returns once none of its threads can do anything any more.
     *
     * @throws IllegalStateException where one does not end
     */
    void bury() {
        coordinator.shutdownNow();
        worker.shutdownNow();
        try {
            if (!coordinator.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || !worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException("A thread of a dead processor does not end");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private final class Watched extends ScheduledThreadPoolExecutor {
        Watched(String name) {
            super(1, Thread.ofPlatform().daemon().name(name).factory());
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
            super.afterExecute(task, thrown);
            if (isShutdown() || !(task instanceof Future<?> future) || future.state() != Future.State.FAILED) return;
            Throwable why = future.exceptionNow();
            letGo.run();
            if (death.complete(why)) died.accept(why);
        }
    }
}
