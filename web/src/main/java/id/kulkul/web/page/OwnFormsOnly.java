package id.kulkul.web.page;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site's page makes a browser send (Fetch Metadata, Sec-Fetch-Site). Together with the strict
 * same-site cookie it stands in for form tokens; a browser too old to send the header is held by the cookie alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OwnFormsOnly implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        String site = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
        if (!reads && site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Mono.error(new Refused(HttpStatus.FORBIDDEN, "page/other-site"));
        }
        return chain.filter(exchange);
    }
}
