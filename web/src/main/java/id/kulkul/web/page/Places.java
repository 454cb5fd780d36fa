package id.kulkul.web.page;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A few works at once: each takes its place when it begins, not when it is planned, and gives it back once, however it
 * ends. When all are taken, {@link Silent} says whose body gives its place to who comes.
 */
public final class Places {
    private final int atOnce;
    private final Set<Lease> inside = new HashSet<>();

    public Places(int atOnce) {
        this.atOnce = atOnce;
    }

    /** The work of somebody, or the refusal if no place is free when it would begin and nobody there gives way. */
    public <T> Mono<T> during(Lease one, Mono<T> work, Supplier<Refused> full) {
        return Mono.using(() -> entered(one, full), place -> work, this::leave);
    }

    private Lease entered(Lease one, Supplier<Refused> full) {
        if (!enter(one)) throw full.get();
        return one;
    }

    /** Takes a place, to be given back by {@link #leave}; false if none is free and nobody there gives way. */
    public synchronized boolean enter(Lease one) {
        if (inside.size() >= atOnce && !someoneGivesWay()) return false;
        inside.add(one);
        return true;
    }

    private boolean someoneGivesWay() {
        while (true) {
            var silent = Silent.of(inside.stream(), one -> 1);
            if (silent.isEmpty()) return false;
            if (silent.get().giveWay()) {
                inside.remove(silent.get());
                return true;
            }
        }
    }

    /** Gives a place back; who has none gives none. */
    public synchronized void leave(Lease one) {
        inside.remove(one);
    }
}
