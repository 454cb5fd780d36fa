package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

class AdmissionTest {
    /** Five are admitted a turn; a turn ends when the test says so. */
    private final List<Runnable> turns = new ArrayList<>();

    private final Admission admission = new Admission(50, new ByHand(), new Random(7));

    private final class ByHand implements Scheduler {
        @Override
        public Disposable schedule(Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            turns.add(task);
            return Disposables.disposed();
        }

        @Override
        public Worker createWorker() {
            throw new UnsupportedOperationException();
        }
    }

    private List<CompletableFuture<Boolean>> ask(int many) {
        return Stream.generate(() -> admission.admitted().toFuture())
                .limit(many)
                .toList();
    }

    private void endTurn() {
        assertThat(turns).hasSize(1);
        turns.removeFirst().run();
    }

    private static long admitted(List<CompletableFuture<Boolean>> asked) {
        return asked.stream().filter(CompletableFuture::join).count();
    }

    @Test
    void as_many_as_a_turn_has_room_for_are_admitted_and_the_next_turn_begins_anew() {
        for (int i = 0; i < 3; i++) {
            var few = ask(4);
            assertThat(few).noneMatch(CompletableFuture::isDone);
            endTurn();
            assertThat(admitted(few)).isEqualTo(4);
            var many = ask(100);
            endTurn();
            assertThat(admitted(many)).isEqualTo(5);
        }
    }

    @Test
    void who_comes_last_has_the_same_chance_as_who_came_first() {
        int first = 0;
        int last = 0;
        for (int i = 0; i < 2_000; i++) {
            var asked = ask(20);
            endTurn();
            if (asked.getFirst().join()) first++;
            if (asked.getLast().join()) last++;
        }
        assertThat(first).isBetween(400, 600);
        assertThat(last).isBetween(400, 600);
    }

    @Test
    void who_goes_away_takes_no_place_and_shortens_no_turn() {
        for (int i = 0; i < 1_000; i++) admission.admitted().subscribe().dispose();
        var honest = ask(5);
        endTurn();
        assertThat(admitted(honest)).isEqualTo(5);
        assertThat(turns).isEmpty();
    }
}
