package id.kulkul.web.page;

import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What one request holds of the {@link Room}: counted while it arrives, given back whole when its last holder is done, however that comes about. */
public final class Lease {
    /** Whoever sends less than this counts as silent. */
    private static final int STEP = 1024;

    private final Room room;
    private final LongSupplier clock;
    private final Sinks.One<DataBuffer> end = Sinks.one();
    private int holders = 1;
    private long taken;
    private boolean over;
    private volatile boolean receiving;
    private volatile long heard;
    private long sinceHeard;

    Lease(Room room, LongSupplier clock) {
        this.room = room;
        this.clock = clock;
        heard = clock.getAsLong();
    }

    /** The lease that every request of this program has. */
    public static Lease of(ServerWebExchange exchange) {
        return (Lease) Objects.requireNonNull(exchange.getAttribute(Lease.class.getName()));
    }

    /** The body, which ends with {@link Refused} if it must give way to somebody who is less silent. */
    public Flux<DataBuffer> hear(Flux<DataBuffer> body) {
        return body.doOnNext(this::heard)
                .takeUntilOther(end.asMono())
                .doOnSubscribe(begin -> receiving = true)
                .doFinally(ended -> receiving = false);
    }

    private void heard(DataBuffer buffer) {
        sinceHeard += buffer.readableByteCount();
        if (sinceHeard < STEP) return;
        sinceHeard = 0;
        heard = clock.getAsLong();
    }

    /** Takes so many bytes more, or fails with {@link Refused}. */
    public void take(long bytes) {
        room.take(this, bytes);
        if (!add(bytes)) {
            room.give(bytes);
            throw Room.busy();
        }
    }

    private synchronized boolean add(long bytes) {
        if (over) return false;
        taken += bytes;
        return true;
    }

    /** Gives back so many of the bytes that were taken. */
    public void give(long bytes) {
        if (add(-bytes)) room.give(bytes);
    }

    /** Ends the body now; false if it is not, or no longer, arriving. */
    boolean giveWay() {
        if (!receiving || !finish()) return false;
        end.tryEmitError(Room.busy());
        return true;
    }

    /** Work that goes on though its sender may be gone, and holds until then what is taken. */
    public <T> Mono<T> during(Mono<T> work) {
        return Mono.defer(() -> {
            if (!hold()) return Mono.error(Room.busy());
            var done = work.doFinally(end -> close()).toFuture();
            return Mono.fromFuture(done, true);
        });
    }

    private synchronized boolean hold() {
        if (over) return false;
        holders++;
        return true;
    }

    /** One holder is done. */
    void close() {
        if (isLast()) finish();
    }

    private synchronized boolean isLast() {
        return --holders == 0;
    }

    private boolean finish() {
        long all;
        synchronized (this) {
            if (over) return false;
            over = true;
            all = taken;
            taken = 0;
        }
        room.give(all);
        room.forget(this);
        return true;
    }

    boolean isReceiving() {
        return receiving;
    }

    /** Nanoseconds since the last kibibyte. */
    long silence() {
        return clock.getAsLong() - heard;
    }

    synchronized long taken() {
        return taken;
    }
}
