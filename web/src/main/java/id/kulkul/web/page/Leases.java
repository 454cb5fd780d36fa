package id.kulkul.web.page;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request its share of the one {@link Room}, until it is answered, failed or given up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Leases implements WebFilter {
    private final Room room;

    Leases(Room room) {
        this.room = room;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.using(
                room::lease,
                lease -> {
                    exchange.getAttributes().put(Lease.class.getName(), lease);
                    return chain.filter(exchange);
                },
                Lease::close);
    }
}
