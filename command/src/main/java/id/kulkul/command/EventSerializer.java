package id.kulkul.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** Writes events under their stored names and reads them back; every other type keeps its class name. */
public final class EventSerializer extends JacksonSerializer {
    private final EventNames names;

    private EventSerializer(Builder builder, EventNames names) {
        super(builder);
        this.names = names;
    }

    static EventSerializer over(ObjectMapper mapper, EventNames names) {
        return new EventSerializer(JacksonSerializer.builder().objectMapper(mapper), names);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type == null) return super.typeForClass(type);
        return names.nameOf((Class<?>) type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, names.revisionOf((Class<?>) type)))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return names.classOf(type.getName()).<Class>map(found -> found).orElseGet(() -> super.classForType(type));
    }
}
