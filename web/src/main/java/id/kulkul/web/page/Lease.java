package id.kulkul.web.page;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What one request holds of the {@link Room}: counted while it arrives, given back whole when its last holder is done,
 * however that comes about.
 */
public final class Lease {
    /** Whoever sends less than this counts as silent. */
    private static final int STEP = 1024;

    /** A pause that counts for nothing: what lies between a head and its body. */
    private static final long AT_FIRST = TimeUnit.MILLISECONDS.toNanos(250);

    /**
     * And so much longer for each byte of use that was sent, up to ten seconds for the first kibibyte: slow lines
     * pause, and only they pay for it.
     */
    private static final long EARNED = TimeUnit.SECONDS.toNanos(10) / STEP;

    private final Room room;
    private final LongSupplier clock;
    private final Sinks.One<DataBuffer> end = Sinks.one();
    private int holders = 1;
    private long taken;
    private boolean over;
    private boolean receiving;
    private long heard;
    private long sinceHeard;
    private long pause = AT_FIRST;

    Lease(Room room, LongSupplier clock) {
        this.room = room;
        this.clock = clock;
        heard = clock.getAsLong();
    }

    /** The lease that every request of this program has. */
    public static Lease of(ServerWebExchange exchange) {
        return (Lease) Objects.requireNonNull(exchange.getAttribute(Lease.class.getName()));
    }

    /**
     * The body, which ends with {@link Refused} if it must give way to somebody who is less silent; whole, it gives way
     * to nobody.
     */
    public Flux<DataBuffer> hear(Flux<DataBuffer> body) {
        return body.takeUntilOther(end.asMono())
                .concatWith(Mono.defer(this::whole))
                .doOnSubscribe(begin -> receive(true))
                .doFinally(ended -> receive(false));
    }

    private synchronized Mono<DataBuffer> whole() {
        receiving = false;
        return over ? Mono.error(Room.busy()) : Mono.empty();
    }

    private synchronized void receive(boolean now) {
        receiving = now && !over;
    }

    /** So many bytes of the body were of use; whatever else was sent counts as silence. */
    public synchronized void heard(int bytes) {
        pause = Math.min(pause + bytes * EARNED, AT_FIRST + STEP * EARNED);
        sinceHeard += bytes;
        if (sinceHeard < STEP) return;
        sinceHeard = 0;
        heard = clock.getAsLong();
    }

    /** Takes so many bytes more, or fails with {@link Refused}. */
    public void take(long bytes) {
        if (hasGivenWay()) throw Room.busy();
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

    /** Whether nothing can be taken any more: its body gave way to another's, or its last holder is done. */
    public synchronized boolean hasGivenWay() {
        return over;
    }

    /** Ends the body now; false if it is not, or no longer, arriving. */
    boolean giveWay() {
        if (!finish(true)) return false;
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
        if (isLast()) finish(false);
    }

    private synchronized boolean isLast() {
        return --holders == 0;
    }

    private boolean finish(boolean onlyWhileReceiving) {
        long all;
        synchronized (this) {
            if (over || (onlyWhileReceiving && !receiving)) return false;
            over = true;
            receiving = false;
            all = taken;
            taken = 0;
        }
        room.give(all);
        room.forget(this);
        return true;
    }

    synchronized boolean isReceiving() {
        return receiving;
    }

    /** Nanoseconds since the last kibibyte of use beyond a pause that counts for nothing, or 0. */
    synchronized long silence() {
        return Math.max(0, clock.getAsLong() - heard - pause);
    }

    synchronized long taken() {
        return taken;
    }
}
