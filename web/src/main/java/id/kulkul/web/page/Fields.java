package id.kulkul.web.page;

import java.util.concurrent.TimeoutException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the fields of a small form, and refuses what is none: the framework answers the same as a failure of the server. */
public final class Fields {
    private static final long LARGEST = 256 * 1024;

    private Fields() {}

    /** Fails with {@link Refused} on more than 256 KiB, and on bytes that are not a form's. */
    public static Mono<MultiValueMap<String, String>> of(ServerWebExchange exchange) {
        return exchange.getFormData()
                .timeout(Pace.PATIENT.longest(LARGEST))
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLarge -> new Refused(HttpStatus.CONTENT_TOO_LARGE, "page/too-large"))
                .onErrorMap(Fields::unreadable, broken -> new Refused(HttpStatus.BAD_REQUEST, "page/unreadable"));
    }

    private static boolean unreadable(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof DecodingException
                || failure instanceof TimeoutException;
    }
}
