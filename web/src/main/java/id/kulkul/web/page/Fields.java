package id.kulkul.web.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the fields of a small form through the {@link Room}, and refuses what is none: the framework answers the same
 * as a failure of the server.
 */
public final class Fields {
    /** Enough for a receipt in words, a choice, a name. */
    public static final int FEW = 4 * 1024;

    private Fields() {}

    /**
     * Fails with {@link Refused} on more than {@code most} bytes, and on bytes that are not a form's; a body of another
     * type has no fields.
     */
    public static Mono<MultiValueMap<String, String>> of(ServerWebExchange exchange, int most) {
        return Bodies.of(exchange, most).map(body -> isForm(exchange) ? parsed(body) : new LinkedMultiValueMap<>());
    }

    private static boolean isForm(ServerWebExchange exchange) {
        try {
            MediaType type = exchange.getRequest().getHeaders().getContentType();
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type);
        } catch (IllegalArgumentException odd) {
            throw unreadable();
        }
    }

    private static MultiValueMap<String, String> parsed(byte[] body) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) fields.add(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return new Refused(HttpStatus.BAD_REQUEST, "page/unreadable");
    }
}
