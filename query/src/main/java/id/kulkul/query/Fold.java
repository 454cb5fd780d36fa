package id.kulkul.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Gives each event of a replay to the projections that want its type. */
final class Fold {
    private final List<? extends EventMessageHandler> projections;
    private final Map<Class<?>, List<EventMessageHandler>> wanting = new ConcurrentHashMap<>();

    Fold(List<? extends EventMessageHandler> projections) {
        this.projections = projections;
    }

    /** Who wants events of a type; asked by two threads. */
    List<EventMessageHandler> of(Class<?> type) {
        var known = wanting.get(type);
        if (known != null) return known;
        return wanting.computeIfAbsent(
                type,
                any -> List.copyOf(projections.stream()
                        .filter(projection -> projection.canHandleType(type))
                        .toList()));
    }

    /** Folds some events in one unit of work and returns how far that is. */
    TrackingToken all(List<TrackedEventMessage<?>> events) {
        return DefaultUnitOfWork.startAndGet(events.getFirst())
                .executeWithResult(() -> {
                    for (var event : events) {
                        for (var projection : of(event.getPayloadType())) projection.handle(event);
                    }
                    return events.getLast().trackingToken();
                })
                .getPayload();
    }
}
