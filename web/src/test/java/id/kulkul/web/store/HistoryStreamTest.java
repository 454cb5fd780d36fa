package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated("It counts milliseconds")
class HistoryStreamTest {
    /**
     * Far below the half second in which a processor would look again by itself, far above a busy machine's hiccups.
     */
    private static final Duration PROMPT = Duration.ofMillis(100);

    private GroupCommitEvents history;
    private PromptEventStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        history = GroupCommitEvents.open(folder.resolve("events.db"), Noted.serializer(), NoOpEventUpcaster.INSTANCE);
        store = new PromptEventStore(history);
    }

    @AfterEach
    void close() throws SQLException {
        store.shutDown();
        history.close();
    }

    @Test
    void a_stream_gives_what_was_stored_before_and_what_comes_after() throws Exception {
        history.appendEvents(Noted.event(1, 0), Noted.event(1, 1));
        try (var stream = store.openStream(history.createTailToken())) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("event 0"));
            assertThat(stream.peek()).isPresent();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("event 1"));
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            history.appendEvents(Noted.event(1, 2));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("event 2"));
        }
    }

    @Test
    void a_closed_stream_is_told_nothing_more() {
        var news = new ArrayList<String>();
        var stream = store.openStream(null);
        stream.setOnAvailableCallback(() -> news.add("event"));
        history.appendEvents(Noted.event(1, 0));
        stream.close();
        history.appendEvents(Noted.event(1, 1));
        assertThat(news).hasSize(1);
    }

    @Test
    void a_handler_hears_of_an_event_within_milliseconds() throws Exception {
        var wall = new Wall();
        var processor = processor(wall);
        processor.start();
        try {
            List<Long> waits = new ArrayList<>();
            for (int sequence = 0; sequence < 20; sequence++) {
                history.appendEvents(Noted.event(1, sequence));
                long acknowledged = System.nanoTime();
                assertThat(wall.seen.poll(10, TimeUnit.SECONDS)).isEqualTo(new Noted("event " + sequence));
                waits.add(System.nanoTime() - acknowledged);
            }
            waits.sort(null);
            assertThat(Duration.ofNanos(waits.get(waits.size() / 2))).isLessThan(PROMPT);
        } finally {
            processor.shutDown();
        }
    }

    private PooledStreamingEventProcessor processor(Wall wall) {
        return PooledStreamingEventProcessor.builder()
                .name("wall")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(wall).build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(Executors.newSingleThreadScheduledExecutor())
                .workerExecutor(Executors.newSingleThreadScheduledExecutor())
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    static final class Wall {
        private final BlockingQueue<Noted> seen = new LinkedBlockingQueue<>();

        @EventHandler
        void on(Noted event) {
            seen.add(event);
        }
    }
}
