package id.kulkul.web.page;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads a small body whole, for which it counts in the {@link Room}; of one that is too large the rest is let pass, so
 * that its sender hears why it was refused.
 */
public final class Bodies {
    private static final long PASSED = 1024 * 1024;
    private static final long FAR = 16;

    private Bodies() {}

    /** Fails with {@link Refused} on more than {@code most} bytes; an empty body is zero bytes. */
    public static Mono<byte[]> of(ServerWebExchange exchange, int most) {
        return read(exchange.getRequest(), Lease.of(exchange), most, Pace.PROMPT);
    }

    /**
     * Does something with a body, for which its memory counts as taken until that is done, also when its sender is
     * gone.
     */
    public static <T> Mono<T> of(ServerWebExchange exchange, int most, Function<byte[], Mono<T>> work) {
        return of(exchange, most).flatMap(body -> Lease.of(exchange).during(Mono.defer(() -> work.apply(body))));
    }

    static Mono<byte[]> read(ServerHttpRequest request, Lease lease, int most, Pace pace) {
        // what says itself that it is far too large costs nobody the reading; the server goes on dropping it for a
        // while, so that the answer is heard
        if (request.getHeaders().getContentLength() > most * FAR) return Mono.error(Body::tooLarge);
        return Mono.defer(() -> pace.of(lease.hear(request.getBody()))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .reduce(new Body(most, lease), Body::take)
                .map(Body::whole)
                .onErrorMap(TimeoutException.class, late -> new Refused(HttpStatus.BAD_REQUEST, "page/unreadable")));
    }

    private static final class Body {
        private final int most;
        private final Lease lease;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        Body(int most, Lease lease) {
            this.most = most;
            this.lease = lease;
        }

        Body take(DataBuffer buffer) {
            try {
                length += buffer.readableByteCount();
                if (length <= most) keep(buffer);
                if (length > most + PASSED) throw tooLarge();
                return this;
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        private void keep(DataBuffer buffer) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            lease.take(bytes.length);
            lease.heard(bytes.length);
            buffer.read(bytes);
            kept.writeBytes(bytes);
        }

        byte[] whole() {
            if (length > most) throw tooLarge();
            return kept.toByteArray();
        }

        private static Refused tooLarge() {
            return new Refused(HttpStatus.CONTENT_TOO_LARGE, "page/too-large");
        }
    }
}
