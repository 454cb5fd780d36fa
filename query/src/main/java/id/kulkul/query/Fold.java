package id.kulkul.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Gives each event of a replay to the projections that want its type; who wants which is found once for each type. */
final class Fold {
    /** The method of a projection that hears of an event. */
    private record Listener<T>(T projection, MessageHandlingMember<? super T> method) {
        void hear(EventMessage<?> event) throws Exception {
            if (method.canHandle(event)) method.handle(event, projection);
        }
    }

    private final List<?> projections;
    private final ParameterResolverFactory parameters;
    private final Map<Class<?>, List<Listener<?>>> wanting = new ConcurrentHashMap<>();

    /** Over projections that have no interceptors. */
    Fold(List<?> projections, ParameterResolverFactory parameters) {
        this.projections = projections;
        this.parameters = parameters;
    }

    /** Whether anybody wants events of a type; asked by two threads. */
    boolean wants(Class<?> type) {
        return !of(type).isEmpty();
    }

    private List<Listener<?>> of(Class<?> type) {
        var known = wanting.get(type);
        if (known != null) return known;
        return wanting.computeIfAbsent(type, any -> projections.stream()
                .flatMap(projection -> listener(projection, type).stream())
                .<Listener<?>>map(listener -> listener)
                .toList());
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<Listener<T>> listener(T projection, Class<?> payload) {
        var type = (Class<T>) projection.getClass();
        Stream<MessageHandlingMember<? super T>> methods =
                AnnotatedHandlerInspector.<T>inspectType(type, parameters).getHandlers(type);
        return methods.filter(
                        method -> method.canHandleMessageType(EventMessage.class) && method.canHandleType(payload))
                .findFirst()
                .map(method -> new Listener<>(projection, method));
    }

    /** Folds some events in one unit of work and returns how far that is. */
    TrackingToken all(List<TrackedEventMessage<?>> events) {
        return DefaultUnitOfWork.startAndGet(events.getFirst())
                .executeWithResult(() -> {
                    for (var event : events) {
                        for (var listener : of(event.getPayloadType())) listener.hear(event);
                    }
                    return events.getLast().trackingToken();
                })
                .getPayload();
    }
}
