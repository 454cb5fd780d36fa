package id.kulkul.web.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Packs what is the same for everybody: our files, and public pages that were asked for and repeat nothing that anybody
 * typed. The length of every other answer does not depend on what it repeats (BREACH).
 */
@Configuration(proxyBeanMethods = false)
class Packing {
    private static final Pattern FILES = Pattern.compile("(text/(css|javascript)|image/svg\\+xml)\\b.*");
    private static final Set<String> PAGES = Set.of("/", "/lapor", "/kotak", "/masuk");

    @Bean
    static WebServerFactoryCustomizer<NettyReactiveWebServerFactory> packed() {
        return factory -> factory.addServerCustomizers(server -> server.compress(Packing::packs));
    }

    private static boolean packs(HttpServerRequest request, HttpServerResponse response) {
        String type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
        return response.status().code() == 200
                && packs(request.method().name(), request.uri(), Objects.requireNonNullElse(type, ""));
    }

    /** Whether an answer of this type to that question is the same for everybody; the address as it was sent. */
    static boolean packs(String method, String address, String type) {
        if (FILES.matcher(type).matches()) return true;
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        boolean open = PAGES.contains(path) || path.startsWith("/tentang/");
        return open && method.equals("GET") && type.startsWith("text/html");
    }
}
