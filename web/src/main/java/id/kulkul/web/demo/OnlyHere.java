package id.kulkul.web.demo;

import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.DemonstrationOnly;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets nobody to the demonstration's story but a visitor of the same machine who names it so, and asks before anything
 * of the story acts. What a proxy passed on, or says another name, comes from elsewhere.
 */
@Component
@DemonstrationOnly
class OnlyHere implements WebFilter {
    private static final PathPattern STORY = PathPatternParser.defaultInstance.parse("/demo/**");
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PASSED_ON =
            Pattern.compile("(?i)forwarded|via|x-forwarded-.*|.*-(real|client|connecting)-ip");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean story = STORY.matches(request.getPath().pathWithinApplication());
        if (!story || isHere(request)) return chain.filter(exchange);
        return Mono.error(new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    private static boolean isHere(ServerHttpRequest request) {
        InetSocketAddress visitor = request.getRemoteAddress();
        boolean sameMachine = visitor != null
                && !visitor.isUnresolved()
                && visitor.getAddress().isLoopbackAddress();
        InetSocketAddress host = request.getHeaders().getHost();
        boolean soNamed = host != null && NAMES.contains(host.getHostString());
        return sameMachine
                && soNamed
                && request.getHeaders().headerNames().stream()
                        .noneMatch(name -> PASSED_ON.matcher(name).matches());
    }
}
