package id.kulkul.query;

import id.kulkul.query.clock.DueBoard;
import id.kulkul.query.report.CaseReplay;
import id.kulkul.query.report.PastCases;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** The one public door to the read side: registers projections, their processors and the queries they answer. */
public final class QuerySide {
    private static final List<String> GROUPS = List.of(ReportBoard.GROUP, StaffDirectory.GROUP, DueBoard.GROUP);

    private static final int BATCH = 500;

    private QuerySide() {}

    /**
     * Registers everything over one file of read models, which is made if it is missing; event store and buses are the
     * caller's. The file is closed when the configuration shuts down.
     */
    public static void register(Configurer configurer, Path readDatabase) {
        configurer.registerComponent(SqliteReadStore.class, configuration -> new SqliteReadStore(readDatabase));
        handler(configurer, ReportBoard.class, store -> new ReportBoard(store, new Posts(store)));
        answerer(configurer, PastCases.class, configuration -> {
            var store = store(configuration);
            return new PastCases(store, new Posts(store));
        });
        answerer(
                configurer,
                CaseReplay.class,
                configuration -> new CaseReplay(configuration.eventStore(), new Posts(store(configuration))));
        handler(configurer, StaffDirectory.class, StaffDirectory::new);
        handler(configurer, DueBoard.class, DueBoard::new);
        GROUPS.forEach(group -> processor(configurer.eventProcessing(), group));
    }

    /** Fills every read model anew from the first event on; questions meanwhile see what has been filled so far. */
    public static void rebuild(Configuration configuration) {
        for (var group : GROUPS) {
            var processor = configuration
                    .eventProcessingConfiguration()
                    .eventProcessor(group, StreamingEventProcessor.class)
                    .orElseThrow();
            processor.shutDown();
            processor.resetTokens();
            processor.start();
        }
    }

    /** How many events of the history every read model has folded, so that whoever acted can wait to see it. */
    public static long folded(Configuration configuration) {
        return GROUPS.stream()
                .mapToLong(group -> folded(configuration, group))
                .min()
                .orElse(0);
    }

    private static long folded(Configuration configuration, String group) {
        return configuration
                .eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(StreamingEventProcessor::processingStatus)
                .flatMap(segments -> segments.values().stream().findFirst())
                .map(segment -> segment.getCurrentPosition().orElse(-1) + 1)
                .orElse(0L);
    }

    private static <T> void handler(Configurer configurer, Class<T> type, Function<ReadStore, T> made) {
        configurer.registerComponent(type, configuration -> made.apply(store(configuration)));
        configurer.eventProcessing().registerEventHandler(configuration -> configuration.getComponent(type));
        configurer.registerQueryHandler(configuration -> configuration.getComponent(type));
    }

    private static <T> void answerer(Configurer configurer, Class<T> type, Function<Configuration, T> made) {
        configurer.registerComponent(type, made);
        configurer.registerQueryHandler(configuration -> configuration.getComponent(type));
    }

    private static void processor(EventProcessingConfigurer processing, String group) {
        processing.registerPooledStreamingEventProcessor(
                group, Configuration::eventStore, (configuration, builder) -> builder.initialSegmentCount(1)
                        .batchSize(BATCH)
                        .initialToken(StreamableMessageSource::createTailToken));
        processing.registerTransactionManager(
                group, configuration -> store(configuration).transactions());
        processing.registerTokenStore(
                group, configuration -> store(configuration).tokens());
        processing.registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance());
    }

    private static SqliteReadStore store(Configuration configuration) {
        return configuration.getComponent(SqliteReadStore.class);
    }
}
