package id.kulkul.query;

import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.Shelves;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/**
 * One pass over a history for all projections together: each event is read and parsed once, ahead of the thread that
 * folds.
 */
public final class Rebuild implements ReadModels.Filling {
    private final StreamableMessageSource<TrackedEventMessage<?>> history;
    private final ParameterResolverFactory parameters;
    private final Map<String, Function<Shelves, ?>> projections;

    /** Over projections, made for the store that they fill, by the names of their processors. */
    public Rebuild(
            StreamableMessageSource<TrackedEventMessage<?>> history,
            ParameterResolverFactory parameters,
            Map<String, Function<Shelves, ?>> projections) {
        this.history = history;
        this.parameters = parameters;
        this.projections = projections;
    }

    /** Folds everything that is stored by now. */
    @Override
    public Map<String, TrackingToken> into(Shelves shelves) throws InterruptedException {
        var fold = new Fold(
                projections.values().stream().map(made -> made.apply(shelves)).toList(), parameters);
        var token = ReplayToken.createReplayToken(history.createHeadToken(), null);
        try (var ahead = new ReadAhead(history, fold::wants)) {
            for (var page = ahead.next(); !page.isEmpty(); page = ahead.next()) token = fold.all(page);
        }
        var reached = token;
        return projections.keySet().stream().collect(Collectors.toMap(group -> group, group -> reached));
    }
}
