package id.kulkul.web.page;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Reads a small body whole; of one that is too large the rest is let pass, so that its sender hears why it was refused. All of them together
 * get so much memory and no more.
 */
public final class Octets {
    private static final int PATIENCE = 64;
    private static final Octets OURS = new Octets(Pace.PATIENT, Room.ofThisProcess());

    private final Pace pace;
    private final Room room;

    Octets(Pace pace, Room room) {
        this.pace = pace;
        this.room = room;
    }

    /** Fails with {@link Refused} on more than {@code most} bytes; an empty body is zero bytes. */
    public static Mono<byte[]> of(ServerHttpRequest request, int most) {
        return OURS.read(request, most, Mono::just);
    }

    /** Does something with a body, for which its memory counts as taken until it is done. */
    public static <T> Mono<T> of(ServerHttpRequest request, int most, Function<byte[], Mono<T>> work) {
        return OURS.read(request, most, work);
    }

    <T> Mono<T> read(ServerHttpRequest request, int most, Function<byte[], Mono<T>> work) {
        return Mono.using(
                () -> new Body(most, room),
                body -> pace.of(request.getBody())
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                        .reduce(body, Body::take)
                        .map(Body::whole)
                        .onErrorMap(
                                TimeoutException.class, late -> new Refused(HttpStatus.BAD_REQUEST, "page/unreadable"))
                        .flatMap(work),
                Body::close);
    }

    private static final class Body {
        private final int most;
        private final Room room;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;
        private long taken;

        Body(int most, Room room) {
            this.most = most;
            this.room = room;
        }

        Body take(DataBuffer buffer) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            length += bytes.length;
            if (length <= most) keep(bytes);
            if (length > (long) most * PATIENCE) throw tooLarge();
            return this;
        }

        private void keep(byte[] bytes) {
            if (!room.take(bytes.length)) throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/busy");
            taken += bytes.length;
            kept.writeBytes(bytes);
        }

        byte[] whole() {
            if (length > most) throw tooLarge();
            return kept.toByteArray();
        }

        void close() {
            room.give(taken);
            taken = 0;
        }

        private static Refused tooLarge() {
            return new Refused(HttpStatus.CONTENT_TOO_LARGE, "page/too-large");
        }
    }
}
