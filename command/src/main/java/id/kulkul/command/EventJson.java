package id.kulkul.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kulkul.command.report.OldReports;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.ItemHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * The one JSON of events and read models: digests and ids as lower-case hex, headers and octets as base64url without
 * padding, days as ISO dates.
 */
public final class EventJson {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private EventJson() {}

    /** A mapper of its own for every caller, configured alike. */
    public static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .registerModule(module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** The serializer of stored events: stable names and revisions instead of class names. */
    public static EventSerializer serializer() {
        return serializer(EventNames.standard());
    }

    /** The same for the events of these names. */
    public static EventSerializer serializer(EventNames names) {
        return EventSerializer.over(mapper(), names);
    }

    /** What turns stored events of every earlier shape into those of today; what is stored never changes. */
    public static EventUpcasterChain upcasters() {
        return new EventUpcasterChain(OldReports.upcasters());
    }

    private static SimpleModule module() {
        var module = new SimpleModule("kulkul");
        add(module, Digest.class, Digest::hex, Digest::parse);
        add(module, UUID.class, Hex16::of, Hex16::parse);
        add(
                module,
                Octets.class,
                octets -> ENCODER.encodeToString(octets.bytes()),
                text -> Octets.of(DECODER.decode(text)));
        module.addSerializer(Instant.class, new MomentText());
        add(module, ItemHeader.class, header -> ENCODER.encodeToString(header.encoded()), EventJson::header);
        return module;
    }

    private static ItemHeader header(String text) {
        try {
            return ItemHeader.decoded(DECODER.decode(text));
        } catch (OpenFailed irregular) {
            throw new IllegalArgumentException("not an item header", irregular);
        }
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new FromStringDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return super.deserialize(in, context);
            }

            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return read.apply(text);
            }
        });
    }
}
