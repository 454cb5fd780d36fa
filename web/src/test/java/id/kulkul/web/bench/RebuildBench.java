package id.kulkul.web.bench;

import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.Deaths;
import id.kulkul.query.QuerySide;
import id.kulkul.query.Rebuild;
import id.kulkul.query.store.SqliteReadModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Events folded into all read models during a full rebuild, divided by events that a bare cursor reads and
 * deserialises.
 */
final class RebuildBench {
    private final EventStore events;
    private final long count;

    private RebuildBench(EventStore events, long count) {
        this.events = events;
        this.count = count;
    }

    /** Arguments: an empty folder on the disk to measure, rounds, events. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        try (var open = new OpenStore(folder.resolve("many"), EventJson.serializer())) {
            long count = open.events().createHeadToken().position().orElse(-1) + 1;
            if (count == 0)
                count = ManyCases.write(open.events(), folder.resolve("demo"), Integer.parseInt(arguments[2]));
            var figures = new RebuildBench(open.events(), count).figures(folder, rounds);
            System.out.println(Figure.table(folder, figures));
        }
    }

    private List<Figure> figures(Path folder, int rounds) throws Exception {
        var side = readSide(folder.resolve("read.db"));
        try (var models = new SqliteReadModels(folder.resolve("nothing.db"))) {
            var nothing = new Rebuild(events, side.parameterResolverFactory(), Map.of("nothing", any -> new Nothing()));
            return List.of(
                    Figure.alternating("2", "rebuild of all read models", 0.5, rounds, this::cursor, () -> {
                        return rate(() -> rebuild(side));
                    }),
                    Figure.alternating("2", "rebuild that keeps nothing", 0.9, rounds, this::cursor, () -> {
                        return rate(() -> models.rebuild(nothing));
                    }));
        } finally {
            side.shutdown();
        }
    }

    private Configuration readSide(Path file) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> EventJson.serializer())
                .configureEventStore(configuration -> events);
        new QuerySide(EventTypes.standard(), QuerySide.KINDS)
                .register(configurer, () -> new SqliteReadModels(file), Deaths.UNWATCHED);
        return configurer.start();
    }

    /** Reads and parses the whole history, and does nothing with it. */
    private double cursor() throws Exception {
        return rate(() -> {
            try (var stream = events.openStream(null)) {
                for (long i = 0; i < count; i++) stream.nextAvailable().getPayload();
            }
        });
    }

    private void rebuild(Configuration side) throws InterruptedException {
        QuerySide.rebuild(side);
        while (QuerySide.folded(side) < count) Thread.sleep(1);
    }

    /** Something done with the whole history. */
    private interface Pass {
        void run() throws Exception;
    }

    private double rate(Pass pass) throws Exception {
        long start = System.nanoTime();
        pass.run();
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** Hears of every event. */
    static final class Nothing {
        @EventHandler
        void on(Object event) {}
    }
}
