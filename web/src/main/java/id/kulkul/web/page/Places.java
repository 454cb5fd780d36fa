package id.kulkul.web.page;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A few works at once: each takes its place when it begins, not when it is planned, and gives it back once, however it ends. */
public final class Places {
    private final Semaphore free;

    public Places(int atOnce) {
        free = new Semaphore(atOnce);
    }

    /** The work, or the refusal if no place is free when it would begin. */
    public <T> Mono<T> during(Mono<T> work, Supplier<Refused> full) {
        return Mono.using(() -> taken(full), place -> work, Semaphore::release);
    }

    private Semaphore taken(Supplier<Refused> full) {
        if (free.tryAcquire()) return free;
        throw full.get();
    }
}
