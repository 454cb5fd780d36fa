package id.kulkul.query;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.casework.Answers;
import id.kulkul.query.casework.Archives;
import id.kulkul.query.casework.CaseKind;
import id.kulkul.query.casework.Discretion;
import id.kulkul.query.casework.Discretions;
import id.kulkul.query.casework.Duties;
import id.kulkul.query.casework.Inboxes;
import id.kulkul.query.casework.PastCases;
import id.kulkul.query.casework.Projection;
import id.kulkul.query.casework.Replay;
import id.kulkul.query.casework.Replays;
import id.kulkul.query.casework.Sources;
import id.kulkul.query.report.ReportKind;
import id.kulkul.query.staff.StaffAnswers;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.Shelves;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** The one public door to the read side: registers projections, their processors and the queries they answer. */
public final class QuerySide {
    /** What the kinds of case of this version bring, one line each. */
    public static final List<CaseKind> KINDS = List.of(ReportKind.KIND);

    private static final Projection<StaffDirectory> STAFF =
            new Projection<>(StaffDirectory.GROUP, StaffDirectory.class, StaffDirectory::new);

    private static final int BATCH = 500;

    /** What a running read side folds. */
    private record Projections(List<Projection<?>> all) {
        List<String> groups() {
            return all.stream().<String>map(Projection::group).toList();
        }

        Map<String, Function<Shelves, ?>> made() {
            var made = new HashMap<String, Function<Shelves, ?>>();
            for (var projection : all) made.put(projection.group(), projection.made());
            return made;
        }
    }

    private final EventTypes types;
    private final List<CaseKind> kinds;

    /** Over some kinds of case and the table in which they stand. */
    public QuerySide(EventTypes types, List<CaseKind> kinds) {
        this.types = types;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * Registers everything over read models that are opened when the configuration starts; event store and buses are
     * the caller's. Of a processor that dies, the last word is that of {@code deaths}.
     */
    public void register(Configurer configurer, Supplier<? extends ReadModels> models, Deaths deaths) {
        var all = Stream.concat(kinds.stream().map(CaseKind::board), Stream.of(STAFF))
                .<Projection<?>>map(projection -> projection)
                .toList();
        configurer.registerComponent(ReadModels.class, configuration -> models.get());
        configurer.registerComponent(Projections.class, configuration -> new Projections(all));
        all.forEach(projection -> register(configurer, projection, deaths));
        general().forEach(answers -> answerer(configurer, answers));
        kinds.stream().flatMap(kind -> kind.answers().stream()).forEach(answers -> answerer(configurer, answers));
    }

    /** What is answered once for every kind. */
    private List<Answers<?>> general() {
        return List.of(
                new Answers<>(StaffAnswers.class, from -> new StaffAnswers(from.store())),
                new Answers<>(PastCases.class, from -> new PastCases(types, from.store(), from.posts())),
                new Answers<>(Inboxes.class, from -> new Inboxes(from.store(), from.posts(), discretions(from))),
                new Answers<>(Archives.class, from -> new Archives(from.store(), from.posts(), discretions(from))),
                new Answers<>(Duties.class, from -> new Duties(names(), from.store())),
                new Answers<>(Replays.class, from -> new Replays(replays(from))));
    }

    private List<String> names() {
        return kinds.stream().map(CaseKind::name).toList();
    }

    private Discretions discretions(Sources from) {
        var each = new HashMap<String, Discretion>();
        for (var kind : kinds) each.put(kind.name(), kind.discretion().apply(from));
        return new Discretions(each);
    }

    private Map<String, Replay> replays(Sources from) {
        var each = new HashMap<String, Replay>();
        for (var kind : kinds) each.put(kind.name(), kind.replay().apply(from));
        return each;
    }

    /**
     * Fills every read model anew from the first event on, and returns from how many; until that is done, questions see
     * what was there before.
     */
    public static long rebuild(Configuration configuration) throws InterruptedException {
        var processors = projections(configuration).groups().stream()
                .map(group -> processor(configuration, group).orElseThrow())
                .toList();
        processors.forEach(StreamingEventProcessor::shutDown);
        try {
            models(configuration)
                    .rebuild(new Rebuild(
                            configuration.eventStore(),
                            configuration.parameterResolverFactory(),
                            projections(configuration).made()));
            return models(configuration).reached(projections(configuration).groups());
        } finally {
            processors.forEach(StreamingEventProcessor::start);
        }
    }

    /**
     * Whether the read models of the start cannot be those of a history of so many events: none that can be read, or of
     * a longer one.
     */
    public static boolean areOfAnother(Configuration configuration, long events) {
        return models(configuration).areOfAnother(events);
    }

    /** Asks to be told, once until the next rebuild, that the read models turned out to be damaged. */
    public static void onDamage(Configuration configuration, Runnable listener) {
        models(configuration).onDamage(listener);
    }

    /** How many events every read model has folded, as is stored, so that whoever acted can wait to see it. */
    public static long folded(Configuration configuration) {
        return models(configuration).reached(projections(configuration).groups());
    }

    private static Optional<StreamingEventProcessor> processor(Configuration configuration, String group) {
        return configuration.eventProcessingConfiguration().eventProcessor(group, StreamingEventProcessor.class);
    }

    private static <T> void register(Configurer configurer, Projection<T> projection, Deaths deaths) {
        var type = projection.type();
        configurer.registerComponent(
                type,
                configuration -> projection.made().apply(models(configuration).store()));
        configurer.eventProcessing().registerEventHandler(configuration -> configuration.getComponent(type));
        processor(configurer.eventProcessing(), projection.group(), deaths);
    }

    private static <T> void answerer(Configurer configurer, Answers<T> answers) {
        configurer.registerComponent(
                answers.type(), configuration -> answers.made().apply(new Sources(configuration)));
        configurer.registerQueryHandler(configuration -> configuration.getComponent(answers.type()));
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

    private static Projections projections(Configuration configuration) {
        return configuration.getComponent(Projections.class);
    }

    private static ReadModels models(Configuration configuration) {
        return configuration.getComponent(ReadModels.class);
    }
}
