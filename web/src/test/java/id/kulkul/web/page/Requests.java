package id.kulkul.web.page;

import id.kulkul.web.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Bytes and headers that a stranger sends, read as every page and every door reads them. */
public final class Requests {
    /** As the program has it. */
    public static final JsonMapper JSON =
            new AnnotationConfigApplicationContext(JacksonAutoConfiguration.class).getBean(JsonMapper.class);

    private static final Room ROOM = Room.ofThisProcess();
    private static final JsonBodies BODIES = new JsonBodies(JSON);
    private static final ReadableHeaders READABLE = new ReadableHeaders();
    private static final View PAGE =
            (model, type, exchange) -> exchange.getResponse().setComplete();
    private static final ViewResolver PAGES = (name, language) -> Mono.just(PAGE);
    private static final Problems PROBLEMS = new Problems(PAGES, new StaticMessageSource(), JSON, frame());

    private Requests() {}

    private static Frame frame() {
        try {
            Settings settings = Settings.of(new MockEnvironment());
            return new Frame(settings, new Crest(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A share of the room that takes nothing yet. */
    public static Lease lease() {
        return ROOM.lease();
    }

    /** How many bytes it takes. */
    public static long taken(Lease lease) {
        return lease.taken();
    }

    /** Its holder is done. */
    public static void end(Lease lease) {
        lease.close();
    }

    public static <T> T json(byte[] body, int most, Class<T> type) {
        return read(body, MediaType.APPLICATION_JSON, exchange -> BODIES.of(exchange, most, type));
    }

    public static MultiValueMap<String, String> fields(byte[] body, int most) {
        return read(body, MediaType.APPLICATION_FORM_URLENCODED, exchange -> Fields.of(exchange, most));
    }

    private interface Reading<T> {
        Mono<T> of(ServerWebExchange exchange);
    }

    private static <T> T read(byte[] body, MediaType type, Reading<T> reading) {
        var request = MockServerHttpRequest.post("/")
                .contentType(type)
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
        var exchange = MockServerWebExchange.from(request);
        Lease lease = lease();
        exchange.getAttributes().put(Lease.class.getName(), lease);
        try {
            return Objects.requireNonNull(reading.of(exchange).block());
        } finally {
            end(lease);
        }
    }

    /** The request as it comes to whoever answers it; fails with {@link Refused} if it does not. */
    public static ServerWebExchange passed(HttpHeaders headers) {
        var passed = new ServerWebExchange[1];
        READABLE.filter(sent(headers), on -> {
                    passed[0] = on;
                    return Mono.empty();
                })
                .block();
        return Objects.requireNonNull(passed[0]);
    }

    /** The status that somebody hears who asked with these headers for what is not there. */
    public static HttpStatusCode missed(HttpHeaders headers) {
        var exchange = sent(headers);
        PROBLEMS.handle(exchange, new Refused(HttpStatus.NOT_FOUND, "page/not-found"))
                .block();
        return Objects.requireNonNull(exchange.getResponse().getStatusCode());
    }

    /** The status and the code of the document that answers a failure. */
    public static String answered(Throwable failure) {
        var exchange = sent(new HttpHeaders());
        PROBLEMS.handle(exchange, failure).block();
        String document =
                Objects.requireNonNull(exchange.getResponse().getBodyAsString().block());
        return exchange.getResponse().getStatusCode() + " "
                + JSON.readTree(document).get("code").asString();
    }

    private static MockServerWebExchange sent(HttpHeaders headers) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").headers(headers));
    }

    /** The language of an address that asks for this one. */
    public static Locale language(String asked) {
        URI address = URI.create("/?" + Languages.PARAMETER + "=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        return Languages.of(MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, address)));
    }
}
