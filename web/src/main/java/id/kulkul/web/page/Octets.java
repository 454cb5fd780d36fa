package id.kulkul.web.page;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads a small body whole; of one that is too large the rest is let pass, so that its sender hears why it was refused. */
public final class Octets {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int PATIENCE = 64;

    private Octets() {}

    /** Fails with {@link Refused} on more than {@code most} bytes; an empty body is zero bytes. */
    public static Mono<byte[]> of(ServerHttpRequest request, int most) {
        return request.getBody()
                .timeout(SILENCE)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .reduceWith(() -> new Body(most), Body::take)
                .map(Body::whole)
                .onErrorMap(TimeoutException.class, silence -> new Refused(HttpStatus.BAD_REQUEST, "page/unreadable"));
    }

    private static final class Body {
        private final int most;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        Body(int most) {
            this.most = most;
        }

        Body take(DataBuffer buffer) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            length += bytes.length;
            if (length <= most) kept.writeBytes(bytes);
            if (length > (long) most * PATIENCE) throw tooLarge();
            return this;
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
