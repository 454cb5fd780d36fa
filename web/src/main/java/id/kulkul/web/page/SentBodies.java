package id.kulkul.web.page;

import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads what a page declares as {@link Sent}. */
@Component
class SentBodies implements HandlerMethodArgumentResolver {
    private final JsonBodies bodies;

    SentBodies(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Sent.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        int most = Objects.requireNonNull(parameter.getParameterAnnotation(Sent.class))
                .value();
        boolean isForm = MultiValueMap.class.isAssignableFrom(parameter.getParameterType());
        return isForm
                ? Fields.of(exchange, most).cast(Object.class)
                : bodies.of(exchange, most, parameter.getParameterType()).cast(Object.class);
    }
}
