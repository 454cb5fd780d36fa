package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PlacesTest {
    private static final int ALL = 3;

    private final AtomicLong clock = new AtomicLong();
    private final Room room = new Room(1_000, clock::get);
    private final Places places = new Places(ALL);

    @Test
    void one_more_than_there_are_places_is_refused() {
        crowd(ALL);
        assertThatThrownBy(() -> during(Mono.just("late")).block()).hasMessage("page/busy");
    }

    @Test
    void a_place_comes_back_from_work_that_ended_failed_or_was_given_up() {
        for (int i = 0; i < 2 * ALL; i++) {
            assertThat(during(Mono.just("done")).block()).isEqualTo("done");
            assertThat(during(Mono.error(new IllegalStateException()))
                            .onErrorComplete()
                            .block())
                    .isNull();
            during(Mono.never()).subscribe().dispose();
        }
        assertExactlyAllAreFree();
    }

    @Test
    void work_that_never_begins_takes_no_place() {
        for (int i = 0; i < 2 * ALL; i++) during(Mono.just("planned"));
        assertExactlyAllAreFree();
    }

    @Test
    void work_that_is_given_up_twice_gives_back_one_place() {
        List<Disposable> crowd = crowd(ALL);
        crowd.getFirst().dispose();
        crowd.getFirst().dispose();
        crowd(1);
        assertThatThrownBy(() -> during(Mono.just("late")).block()).isInstanceOf(Refused.class);
    }

    @Test
    void who_is_silent_gives_the_place_to_who_comes_and_who_is_being_served_does_not() {
        crowd(ALL - 1);
        Lease silent = room.lease();
        var sent = places.during(silent, silent.hear(Flux.never()).then(), PlacesTest::full);
        var refused = sent.thenReturn("")
                .onErrorResume(Refused.class, why -> Mono.just(why.code()))
                .toFuture();
        crowd(1);
        assertThat(refused).isCompletedWithValue("page/busy");
        assertThatThrownBy(() -> during(Mono.just("late")).block()).isInstanceOf(Refused.class);
    }

    /** A body that goes on arriving, of which so much was of use. */
    private CompletableFuture<String> arriving(int ofUse) {
        Lease lease = room.lease();
        var answer = places.during(lease, lease.hear(Flux.never()).then(), PlacesTest::full)
                .thenReturn("")
                .onErrorResume(Refused.class, why -> Mono.just(why.code()))
                .toFuture();
        lease.heard(ofUse);
        return answer;
    }

    private void pass(long milliseconds) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    @Test
    void of_those_who_pause_for_seconds_chance_decides_who_gives_way() {
        int gaveWay = 0;
        for (int attempt = 0; attempt < 50; attempt++) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            all.add(arriving(2_000));
            pass(9_000);
            for (int i = 1; i < ALL + 1; i++) all.add(arriving(2_000));
            assertThat(all.stream().filter(CompletableFuture::isDone)).hasSize(1);
            if (all.getFirst().isDone()) gaveWay++;
            all.forEach(one -> one.cancel(true));
        }
        assertThat(gaveWay).isBetween(1, 49);
    }

    @Test
    void who_sent_nothing_of_use_gives_way_before_those_who_did_and_the_newest_last() {
        CompletableFuture<String> slow = arriving(1_024);
        pass(9_000);
        CompletableFuture<String> useless = arriving(0);
        pass(500);
        CompletableFuture<String> newest = arriving(0);
        crowd(1);
        assertThat(useless).isCompletedWithValue("page/busy");
        assertThat(slow).isNotDone();
        assertThat(newest).isNotDone();
    }

    @Test
    void ten_seconds_of_silence_are_too_many() {
        CompletableFuture<String> silent = arriving(2_000);
        pass(10_300);
        for (int i = 1; i < ALL; i++) assertThat(arriving(2_000)).isNotDone();
        assertThat(arriving(2_000)).isNotDone();
        assertThat(silent).isCompletedWithValue("page/busy");
    }

    private void assertExactlyAllAreFree() {
        crowd(ALL);
        assertThatThrownBy(() -> during(Mono.just("late")).block()).isInstanceOf(Refused.class);
    }

    private List<Disposable> crowd(int size) {
        List<Disposable> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) crowd.add(during(Mono.never()).subscribe());
        assertThat(crowd).noneMatch(Disposable::isDisposed);
        return crowd;
    }

    private <T> Mono<T> during(Mono<T> work) {
        return places.during(room.lease(), work, PlacesTest::full);
    }

    private static Refused full() {
        return new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/busy");
    }
}
