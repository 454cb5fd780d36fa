package id.kulkul.web.audience;

import id.kulkul.web.page.Statics;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every answer the headers that keep a page from being framed, sniffed, cached, referred to or made to run
 * foreign code.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProtectiveHeaders implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> protect(exchange, path)));
        return chain.filter(exchange);
    }

    private static void protect(ServerWebExchange exchange, String path) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", Audience.of(path).policy().text());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(HttpHeaders.CACHE_CONTROL, Statics.caching(path));
    }
}
