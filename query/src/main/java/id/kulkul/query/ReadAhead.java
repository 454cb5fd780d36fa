package id.kulkul.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** All that a history holds by now, read and parsed by a thread that stays ahead of the one that asks. */
final class ReadAhead implements AutoCloseable {
    private static final int PAGE = 250;
    private static final int PAGES_AHEAD = 8;

    /** Some events in their order, none at the end, or why no more can be read. */
    private record Page(
            List<TrackedEventMessage<?>> events, @Nullable Throwable failure) {}

    private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(PAGES_AHEAD);
    private final StreamableMessageSource<TrackedEventMessage<?>> history;
    private final Predicate<Class<?>> wanted;
    private final Thread thread;
    private TrackingToken token;
    private boolean ended;

    /** Begins with the first event, as a replay up to what is stored now; only payloads of wanted types are parsed. */
    ReadAhead(StreamableMessageSource<TrackedEventMessage<?>> history, Predicate<Class<?>> wanted) {
        this.history = history;
        this.wanted = wanted;
        this.token = ReplayToken.createReplayToken(history.createHeadToken(), null);
        this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(this::run);
    }

    /** The next events; none when there are no more. */
    List<TrackedEventMessage<?>> next() throws InterruptedException {
        if (ended) return List.of();
        var page = pages.take();
        ended = page.events().isEmpty();
        if (page.failure() != null) throw new IllegalStateException("The history could not be read", page.failure());
        return page.events();
    }

    private void run() {
        try (var stream = history.openStream(null)) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                var events = new ArrayList<TrackedEventMessage<?>>(PAGE);
                do events.add(parsed(stream.nextAvailable()));
                while (events.size() < PAGE && stream.hasNextAvailable(0, TimeUnit.MILLISECONDS));
                pages.put(new Page(events, null));
            }
            pages.put(new Page(List.of(), null));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            fail(failed);
        }
    }

    private void fail(Throwable failure) {
        try {
            pages.put(new Page(List.of(), failure));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private TrackedEventMessage<?> parsed(TrackedEventMessage<?> event) {
        if (wanted.test(event.getPayloadType())) event.getPayload();
        event.getTimestamp();
        token = WrappedToken.advance(token, event.trackingToken());
        return event.withTrackingToken(token);
    }

    /** Stops reading. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
