package id.kulkul.query;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.casework.Discretions;
import id.kulkul.query.casework.Duties;
import id.kulkul.query.casework.Inboxes;
import id.kulkul.query.casework.PastCases;
import id.kulkul.query.casework.Replays;
import id.kulkul.query.report.Asides;
import id.kulkul.query.report.CaseReplay;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.report.ReportDiscretion;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** The one public door to the read side: registers projections, their processors and the queries they answer. */
public final class QuerySide {
    /** The read models of one processor, made for the store that they fill. */
    private record Projection<T>(String group, Class<T> type, BiFunction<ReadStore, Configuration, T> made) {}

    private static final List<Projection<?>> PROJECTIONS = List.of(
            new Projection<>(
                    ReportBoard.GROUP,
                    ReportBoard.class,
                    (store, configuration) -> new ReportBoard(store, new Posts(store), configuration::eventStore)),
            new Projection<>(
                    StaffDirectory.GROUP, StaffDirectory.class, (store, configuration) -> new StaffDirectory(store)));

    private static final int BATCH = 500;

    private QuerySide() {}

    /**
     * Registers everything over one file of read models, which is made if it is missing; event store and buses are the
     * caller's. The file is closed when the configuration shuts down. Of a processor that dies, the last word is that of {@code deaths}.
     */
    public static void register(Configurer configurer, Path readDatabase, Deaths deaths) {
        configurer.registerComponent(SqliteReadStore.class, configuration -> new SqliteReadStore(readDatabase));
        PROJECTIONS.forEach(projection -> register(configurer, projection, deaths));
        answerer(configurer, PastCases.class, configuration -> {
            var store = store(configuration);
            return new PastCases(EventTypes.standard(), store, new Posts(store));
        });
        answerer(configurer, Inboxes.class, configuration -> {
            var store = store(configuration);
            return new Inboxes(store, new Posts(store), discretions(configuration));
        });
        answerer(configurer, Asides.class, configuration -> {
            var store = store(configuration);
            return new Asides(
                    store, new Posts(store), configuration.getComponent(Inboxes.class), configuration::eventStore);
        });
        answerer(configurer, Duties.class, configuration -> new Duties(store(configuration)));
        answerer(
                configurer,
                Replays.class,
                configuration -> new Replays(Map.of(
                        CaseReplay.KIND, new CaseReplay(configuration.eventStore(), new Posts(store(configuration))))));
    }

    private static Discretions discretions(Configuration configuration) {
        var store = store(configuration);
        return ReportDiscretion.alone(store, new Posts(store), configuration::eventStore);
    }

    /**
     * Fills every read model anew from the first event on, and returns from how many; until that is done, questions see what was there
     * before.
     */
    public static long rebuild(Configuration configuration) throws InterruptedException {
        var processors = PROJECTIONS.stream()
                .map(projection -> processor(configuration, projection.group()).orElseThrow())
                .toList();
        processors.forEach(StreamingEventProcessor::shutDown);
        var store = store(configuration);
        if (store.isNew()) store.distrust();
        try (var fresh = store.fresh()) {
            long events = new Rebuild(
                            configuration.eventStore(), configuration.parameterResolverFactory(), made(configuration))
                    .fill(fresh);
            store.replaceBy(fresh);
            return events;
        } finally {
            processors.forEach(StreamingEventProcessor::start);
        }
    }

    /** Whether the read models of the start cannot be those of a history of so many events: none that can be read, or of a longer one. */
    public static boolean areOfAnother(Configuration configuration, long events) {
        return store(configuration).isNew() ? events > 0 : store(configuration).isBeyond(events);
    }

    /** Asks to be told, once until the next rebuild, that the read models turned out to be damaged. */
    public static void onDamage(Configuration configuration, Runnable listener) {
        store(configuration).onDamage(listener);
    }

    private static Map<String, Function<ReadStore, ?>> made(Configuration configuration) {
        var made = new HashMap<String, Function<ReadStore, ?>>();
        for (var projection : PROJECTIONS)
            made.put(projection.group(), store -> projection.made().apply(store, configuration));
        return made;
    }

    /** How many events of the history every read model has folded, so that whoever acted can wait to see it. */
    public static long folded(Configuration configuration) {
        return PROJECTIONS.stream()
                .mapToLong(projection -> folded(configuration, projection.group()))
                .min()
                .orElse(0);
    }

    private static long folded(Configuration configuration, String group) {
        return processor(configuration, group)
                .map(StreamingEventProcessor::processingStatus)
                .flatMap(segments -> segments.values().stream().findFirst())
                .map(segment -> segment.getCurrentPosition().orElse(-1) + 1)
                .orElse(0L);
    }

    private static Optional<StreamingEventProcessor> processor(Configuration configuration, String group) {
        return configuration.eventProcessingConfiguration().eventProcessor(group, StreamingEventProcessor.class);
    }

    private static <T> void register(Configurer configurer, Projection<T> projection, Deaths deaths) {
        var type = projection.type();
        configurer.registerComponent(
                type, configuration -> projection.made().apply(store(configuration), configuration));
        configurer.eventProcessing().registerEventHandler(configuration -> configuration.getComponent(type));
        configurer.registerQueryHandler(configuration -> configuration.getComponent(type));
        processor(configurer.eventProcessing(), projection.group(), deaths);
    }

    private static <T> void answerer(Configurer configurer, Class<T> type, Function<Configuration, T> made) {
        configurer.registerComponent(type, made);
        configurer.registerQueryHandler(configuration -> configuration.getComponent(type));
    }

    private static void processor(EventProcessingConfigurer processing, String group, Deaths deaths) {
        processing.registerEventProcessor(group, (name, configuration, invoker) -> {
            var store = store(configuration);
            return new LastingProcessor(
                    name,
                    deaths,
                    died -> new OneProcessor(
                            name,
                            (coordinator, worker) -> PooledStreamingEventProcessor.builder()
                                    .name(name)
                                    .eventHandlerInvoker(invoker)
                                    .messageSource(configuration.eventStore())
                                    .tokenStore(store.tokens())
                                    .transactionManager(store.transactions())
                                    .coordinatorExecutor(coordinator)
                                    .workerExecutor(worker)
                                    .initialSegmentCount(1)
                                    .batchSize(BATCH)
                                    .initialToken(StreamableMessageSource::createTailToken)
                                    .build(),
                            store::letGo,
                            died));
        });
        processing.registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance());
    }

    private static SqliteReadStore store(Configuration configuration) {
        return configuration.getComponent(SqliteReadStore.class);
    }
}
