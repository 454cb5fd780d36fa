package id.kulkul.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads small JSON bodies through the {@link Room}. */
@Component
public class JsonBodies {
    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json;
    }

    /** Fails with {@link Refused} on more than {@code most} bytes, and on what is no such value. */
    public <T> Mono<T> of(ServerWebExchange exchange, int most, Class<T> type) {
        return Bodies.of(exchange, most).map(body -> read(body, type));
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            T value = json.readValue(body, type);
            if (value == null) throw unreadable();
            return value;
        } catch (JacksonException notOurs) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return new Refused(HttpStatus.BAD_REQUEST, "page/unreadable");
    }
}
