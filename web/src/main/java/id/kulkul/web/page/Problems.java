package id.kulkul.web.page;

import id.kulkul.web.bus.MaybeDone;
import id.kulkul.web.bus.NotInTime;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.life.Ending;
import id.kulkul.web.store.StorePaused;
import id.kulkul.web.store.StoreRefused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers everything that goes wrong with a stable code: a page for people, a problem document (RFC 9457) for programs.
 * Neither the answer nor the log repeats anything of the request: addresses, fields and exception messages can hold
 * what a reporter wrote.
 */
@Component
@Order(-2)
class Problems implements ErrorWebExceptionHandler {
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ViewResolver views;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Frame frame;

    Problems(ViewResolver views, MessageSource messages, JsonMapper json, Frame frame) {
        this.views = views;
        this.messages = messages;
        this.json = json;
        this.frame = frame;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        Ending.ifBroken(failure);
        if (failure instanceof AbortedException) { // nobody is there to hear why
            Failures.note(failure);
            return Mono.error(failure);
        }
        Refused refused = refusal(failure);
        boolean known =
                StoreRefused.behind(failure).isPresent(); // the store has said it once, and not for each request
        if (refused.status().is5xxServerError() && !known) Failures.note(failure);
        if (exchange.getResponse().isCommitted()) return Mono.error(failure);
        exchange.getResponse().setStatusCode(refused.status());
        return wantsPage(exchange) ? page(exchange, refused) : document(exchange, refused);
    }

    private static Refused refusal(Throwable failure) {
        if (failure instanceof Refused refused) return refused;
        if (failure instanceof Rejected rejected) return Refusals.of(rejected.rejection());
        if (failure instanceof MaybeDone) return new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/maybe-done");
        if (failure instanceof RejectedExecutionException || failure instanceof NotInTime) return Room.busy();
        if (failure instanceof ResponseStatusException answered) return refusal(answered.getStatusCode());
        return StoreRefused.behind(failure)
                .map(store -> new Refused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        store instanceof StorePaused ? "office/store-paused" : "office/store-stopped"))
                .orElseGet(() -> new Refused(HttpStatus.INTERNAL_SERVER_ERROR, "page/failed"));
    }

    private static Refused refusal(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> new Refused(HttpStatus.BAD_REQUEST, "page/unreadable");
            case 404 -> new Refused(HttpStatus.NOT_FOUND, "page/not-found");
            case 405 -> new Refused(HttpStatus.METHOD_NOT_ALLOWED, "page/wrong-method");
            case 413 -> new Refused(HttpStatus.CONTENT_TOO_LARGE, "page/too-large");
            case 415 -> new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "page/wrong-format");
            case 500 -> new Refused(HttpStatus.INTERNAL_SERVER_ERROR, "page/failed");
            default -> new Refused(HttpStatus.valueOf(status.value()), "page/refused");
        };
    }

    /** Failures come here with the headers as they were sent. */
    private static boolean wantsPage(ServerWebExchange exchange) {
        return ReadableHeaders.wishes(exchange.getRequest().getHeaders()).stream()
                .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
    }

    private Mono<Void> page(ServerWebExchange exchange, Refused refused) {
        Map<String, Object> model = new HashMap<>(frame.attributes());
        String path = exchange.getRequest().getPath().value();
        model.putAll(Map.of(
                "code", refused.code(),
                "heading", heading(refused.status()),
                "place", Inside.pageOr("", path),
                "home", Inside.homeOf(path),
                "otherLanguage",
                        Locale.ENGLISH.equals(Languages.of(exchange)) ? "/" : "/?" + Languages.PARAMETER + "=en"));
        return views.resolveViewName("problem", Languages.of(exchange))
                .flatMap(view -> view.render(model, PAGE, exchange));
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "entry";
            case FORBIDDEN -> "others";
            case NOT_FOUND, GONE -> "absent";
            default -> status.is5xxServerError() ? "trouble" : "refused";
        };
    }

    private Mono<Void> document(ServerWebExchange exchange, Refused refused) {
        byte[] body = json.writeValueAsBytes(Map.of(
                "type", "about:blank",
                "status", refused.status().value(),
                "code", refused.code(),
                "title", text(refused, Languages.of(exchange)),
                "detail", text(refused, Languages.of(exchange)),
                "titles", Map.of("id", text(refused, Languages.INDONESIAN), "en", text(refused, Locale.ENGLISH))));
        exchange.getResponse().getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return exchange.getResponse()
                .writeWith(Mono.fromSupplier(
                        () -> exchange.getResponse().bufferFactory().wrap(body)));
    }

    private String text(Refused refused, Locale language) {
        return Objects.requireNonNullElse(
                messages.getMessage("problem." + refused.code(), null, refused.code(), language), refused.code());
    }
}
