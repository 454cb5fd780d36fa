package id.kulkul.web.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Whoever gives way of those whose bodies arrive: the one whose silence counts the longest, and of those for whom it
 * counts the same one by chance.
 */
final class Silent {
    private record Heard(Lease lease, long silence, long share) {}

    private Silent() {}

    /** One of them, by a chance as large as its share; nobody who has none. */
    static Optional<Lease> of(Stream<Lease> all, ToLongFunction<Lease> share) {
        List<Heard> here = all.filter(Lease::isReceiving)
                .map(lease -> new Heard(lease, lease.silence(), share.applyAsLong(lease)))
                .filter(heard -> heard.share() > 0)
                .toList();
        long longest = here.stream().mapToLong(Heard::silence).max().orElse(0);
        return one(here.stream().filter(heard -> heard.silence() == longest).toList());
    }

    private static Optional<Lease> one(List<Heard> equals) {
        if (equals.isEmpty()) return Optional.empty();
        long drawn = ThreadLocalRandom.current()
                .nextLong(equals.stream().mapToLong(Heard::share).sum());
        for (Heard heard : equals) {
            drawn -= heard.share();
            if (drawn < 0) return Optional.of(heard.lease());
        }
        throw new IllegalStateException("a draw beyond all shares");
    }
}
