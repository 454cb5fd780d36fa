package id.kulkul.web;

import id.kulkul.command.AcceptsItems;
import id.kulkul.command.Acted;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.ItemHeader;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives every event, before it is stored, what its leaf in a log is made of: organisation, actor, salt, the digest of
 * accepted items, and a time that on the protected channel tells the hour and no more.
 */
final class EventStamps implements MessageDispatchInterceptor<EventMessage<?>> {
    private static final String NOBODY = Hex16.of(Acted.NOBODY);
    private static final int SALT = 16;

    private final EventTypes types;
    private final String tenant;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    EventStamps(EventTypes types, UUID tenant, Clock clock) {
        this.types = types;
        this.tenant = Hex16.of(tenant);
        this.clock = clock;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (position, event) -> stamped(event);
    }

    private EventMessage<?> stamped(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("Only events of an aggregate are published");
        }
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                metaData(event.getPayload()),
                event.getIdentifier(),
                time(event));
    }

    private Map<String, String> metaData(Object payload) {
        byte[] salt = new byte[SALT];
        chance.nextBytes(salt);
        Digest subject =
                payload instanceof AcceptsItems accepting ? ItemHeader.subject(accepting.items()) : Digest.ZERO;
        return Map.of(
                "tenant", tenant, "actor", actor(), "salt", HexFormat.of().formatHex(salt), "subject", subject.hex());
    }

    /** Who sent the command; nobody where a reporter did, or the office's own clock. */
    private static String actor() {
        if (!CurrentUnitOfWork.isStarted()) return NOBODY;
        MetaData command = CurrentUnitOfWork.get().getMessage().getMetaData();
        return Hex16.of(Hex16.parse((String) command.getOrDefault("actor", NOBODY)));
    }

    private Instant time(DomainEventMessage<?> event) {
        if (event.getPayload() instanceof CheckpointRecorded checkpoint) return Instant.ofEpochMilli(checkpoint.mark());
        var type = types.aggregate(event.getType());
        var log = type.orElseThrow(() -> new IllegalArgumentException("An event of an unknown aggregate"))
                .log();
        boolean hourly = log.isPresent() && log.get() == LogName.WBS;
        return clock.instant().truncatedTo(hourly ? ChronoUnit.HOURS : ChronoUnit.MILLIS);
    }
}
