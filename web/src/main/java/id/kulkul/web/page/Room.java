package id.kulkul.web.page;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;

/**
 * The one memory for everything that strangers make this process hold. When it is full, {@link Silent} says whose body
 * gives way, so that silence cannot keep anybody out: as long as nobody's counts, each byte that is held has the same
 * chance, so that little gives way seldom.
 */
public final class Room {
    private final long size;
    private final LongSupplier clock;
    private final AtomicLong taken = new AtomicLong();
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();

    Room(long size, LongSupplier clock) {
        this.size = size;
        this.clock = clock;
    }

    /**
     * An eighth of the memory that this process may use. What is counted is each byte once, as it arrived; while it is
     * worked on there may be a few copies of it (text, what was parsed, an answer), which is what the other seven
     * eighths are for.
     */
    public static Room ofThisProcess() {
        return new Room(Runtime.getRuntime().maxMemory() / 8, System::nanoTime);
    }

    /** A share of it that takes nothing yet. */
    public Lease lease() {
        Lease lease = new Lease(this, clock);
        leases.add(lease);
        return lease;
    }

    /** Takes so many bytes for somebody, if need be from others whose bodies arrive, or fails with {@link Refused}. */
    void take(Lease asking, long bytes) {
        while (taken.addAndGet(bytes) > size) {
            taken.addAndGet(-bytes);
            Optional<Lease> silent = Silent.of(leases.stream().filter(lease -> lease != asking), Lease::taken);
            if (silent.isEmpty()) throw busy();
            silent.get().giveWay();
        }
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    void forget(Lease lease) {
        leases.remove(lease);
    }

    /** How many bytes are taken now. */
    public long taken() {
        return taken.get();
    }

    /** How many requests hold a share of it, if only an empty one. */
    public int leases() {
        return leases.size();
    }

    static Refused busy() {
        return new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/busy");
    }
}
