package id.kulkul.web.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Admits so many questions a second. Those who come within one turn wait for its end. Then chance decides among them,
 * so that who floods gets no more by being first. It knows nobody, no address and no receipt.
 */
final class Admission {
    /** Short beside the second that every answer takes, so that nobody can tell it from the answer. */
    static final Duration TURN = Duration.ofMillis(100);

    private final int aTurn;
    private final Scheduler clock;
    private final RandomGenerator chance;
    private List<MonoSink<Boolean>> waiting = new ArrayList<>();
    private boolean begun;

    Admission(int aSecond, Scheduler clock, RandomGenerator chance) {
        this.aTurn = Math.toIntExact(Math.max(1, aSecond * TURN.toMillis() / 1000));
        this.clock = clock;
        this.chance = chance;
    }

    /** At the end of the turn: whether the question may be answered. Who gives up meanwhile takes nobody's place. */
    Mono<Boolean> admitted() {
        return Mono.create(this::await);
    }

    private synchronized void await(MonoSink<Boolean> one) {
        if (!begun) clock.schedule(this::decide, TURN.toMillis(), TimeUnit.MILLISECONDS);
        begun = true;
        waiting.add(one);
        one.onCancel(() -> forget(one));
    }

    private synchronized void forget(MonoSink<Boolean> one) {
        waiting.remove(one);
    }

    private void decide() {
        List<MonoSink<Boolean>> all = turn();
        Collections.shuffle(all, chance);
        for (int i = 0; i < all.size(); i++) all.get(i).success(i < aTurn);
    }

    private synchronized List<MonoSink<Boolean>> turn() {
        List<MonoSink<Boolean>> all = waiting;
        waiting = new ArrayList<>();
        begun = false;
        return all;
    }
}
