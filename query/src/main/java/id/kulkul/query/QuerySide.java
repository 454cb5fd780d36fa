package id.kulkul.query;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.casework.Discretions;
import id.kulkul.query.casework.Duties;
import id.kulkul.query.casework.Inboxes;
import id.kulkul.query.casework.PastCases;
import id.kulkul.query.casework.Replays;
import id.kulkul.query.report.Asides;
import id.kulkul.query.report.CaseReplay;
import id.kulkul.query.report.ReportAnswers;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.report.ReportDiscretion;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.staff.StaffAnswers;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Shelves;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private record Projection<T>(String group, Class<T> type, Function<Shelves, T> made) {}

    private static final List<Projection<?>> PROJECTIONS = List.of(
            new Projection<>(ReportBoard.GROUP, ReportBoard.class, ReportBoard::new),
            new Projection<>(StaffDirectory.GROUP, StaffDirectory.class, StaffDirectory::new));

    private static final List<String> GROUPS =
            PROJECTIONS.stream().<String>map(Projection::group).toList();
    private static final int BATCH = 500;

    private QuerySide() {}

    /**
     * Registers everything over read models that are opened when the configuration starts; event store and buses are
     * the caller's. Of a processor that dies, the last word is that of {@code deaths}.
     */
    public static void register(Configurer configurer, Supplier<? extends ReadModels> models, Deaths deaths) {
        configurer.registerComponent(ReadModels.class, configuration -> models.get());
        PROJECTIONS.forEach(projection -> register(configurer, projection, deaths));
        answerer(configurer, ReportAnswers.class, configuration -> {
            var store = store(configuration);
            return new ReportAnswers(store, new Posts(store), configuration::eventStore);
        });
        answerer(configurer, StaffAnswers.class, configuration -> new StaffAnswers(store(configuration)));
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
        var processors = GROUPS.stream()
                .map(group -> processor(configuration, group).orElseThrow())
                .toList();
        processors.forEach(StreamingEventProcessor::shutDown);
        try {
            models(configuration)
                    .rebuild(new Rebuild(configuration.eventStore(), configuration.parameterResolverFactory(), made()));
            return models(configuration).reached(GROUPS);
        } finally {
            processors.forEach(StreamingEventProcessor::start);
        }
    }

    /** Whether the read models of the start cannot be those of a history of so many events: none that can be read, or of a longer one. */
    public static boolean areOfAnother(Configuration configuration, long events) {
        return models(configuration).areOfAnother(events);
    }

    /** Asks to be told, once until the next rebuild, that the read models turned out to be damaged. */
    public static void onDamage(Configuration configuration, Runnable listener) {
        models(configuration).onDamage(listener);
    }

    private static Map<String, Function<Shelves, ?>> made() {
        var made = new HashMap<String, Function<Shelves, ?>>();
        for (var projection : PROJECTIONS) made.put(projection.group(), projection.made());
        return made;
    }

    /** How many events every read model has folded, as is stored, so that whoever acted can wait to see it. */
    public static long folded(Configuration configuration) {
        return models(configuration).reached(GROUPS);
    }

    private static Optional<StreamingEventProcessor> processor(Configuration configuration, String group) {
        return configuration.eventProcessingConfiguration().eventProcessor(group, StreamingEventProcessor.class);
    }

    private static <T> void register(Configurer configurer, Projection<T> projection, Deaths deaths) {
        var type = projection.type();
        configurer.registerComponent(type, configuration -> projection.made().apply(store(configuration)));
        configurer.eventProcessing().registerEventHandler(configuration -> configuration.getComponent(type));
        processor(configurer.eventProcessing(), projection.group(), deaths);
    }

    private static <T> void answerer(Configurer configurer, Class<T> type, Function<Configuration, T> made) {
        configurer.registerComponent(type, made);
        configurer.registerQueryHandler(configuration -> configuration.getComponent(type));
    }

    private static void processor(EventProcessingConfigurer processing, String group, Deaths deaths) {
        processing.registerEventProcessor(group, (name, configuration, invoker) -> {
            var models = models(configuration);
            return new LastingProcessor(
                    name,
                    deaths,
                    died -> new OneProcessor(
                            name,
                            (coordinator, worker) -> PooledStreamingEventProcessor.builder()
                                    .name(name)
                                    .eventHandlerInvoker(new EveryEvent(invoker))
                                    .messageSource(configuration.eventStore())
                                    .tokenStore(models.tokens())
                                    .transactionManager(models.transactions())
                                    .coordinatorExecutor(coordinator)
                                    .workerExecutor(worker)
                                    .initialSegmentCount(1)
                                    .batchSize(BATCH)
                                    .initialToken(StreamableMessageSource::createTailToken)
                                    .build(),
                            models::letGo,
                            died));
        });
        processing.registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance());
    }

    private static ReadStore store(Configuration configuration) {
        return models(configuration).store();
    }

    private static ReadModels models(Configuration configuration) {
        return configuration.getComponent(ReadModels.class);
    }
}
