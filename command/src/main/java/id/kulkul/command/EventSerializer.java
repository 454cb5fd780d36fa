package id.kulkul.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** Writes events under their stored names and reads them back; every other type keeps its class name. */
public final class EventSerializer extends JacksonSerializer {
    private EventSerializer(Builder builder) {
        super(builder);
    }

    static EventSerializer over(ObjectMapper mapper) {
        return new EventSerializer(JacksonSerializer.builder().objectMapper(mapper));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type == null) return super.typeForClass(type);
        return EventNames.nameOf((Class<?>) type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, EventNames.revisionOf((Class<?>) type)))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return EventNames.classOf(type.getName()).<Class>map(found -> found).orElseGet(() -> super.classForType(type));
    }
}
