package id.kulkul.web.store;

import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** An event that means nothing, for tests of where events go. */
record Noted(String text) {
    static final String TENANT = "0".repeat(32);
    static final Map<String, String> STAMPS =
            Map.of("tenant", TENANT, "actor", "1".repeat(32), "salt", "2".repeat(32), "subject", "3".repeat(64));

    static Serializer serializer() {
        return JacksonSerializer.builder().revisionResolver(type -> "1").build();
    }

    /** The event of an aggregate whose id ends in that number. */
    static GenericDomainEventMessage<Noted> event(int aggregate, long sequence) {
        return new GenericDomainEventMessage<>("note", id(aggregate), sequence, new Noted("event " + sequence), STAMPS);
    }

    static String id(int aggregate) {
        return "%032x".formatted(aggregate);
    }
}
