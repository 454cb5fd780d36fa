package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RoomTest {
    private final AtomicLong clock = new AtomicLong();
    private final Room room = new Room(100_000, clock::get);

    /** One sender whose body is read into memory as it comes. */
    private final class Sender {
        final Lease lease = room.lease();
        boolean isOfUse = true;
        final Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
        final CompletableFuture<String> answer = lease.hear(body.asFlux())
                .doOnNext(buffer -> {
                    lease.take(buffer.readableByteCount());
                    if (isOfUse) lease.heard(buffer.readableByteCount());
                })
                .then(Mono.just("whole"))
                .onErrorResume(Refused.class, why -> Mono.just(why.code()))
                .doFinally(end -> lease.close())
                .toFuture();

        Sender sends(int bytes) {
            pass(1);
            body.tryEmitNext(DefaultDataBufferFactory.sharedInstance.wrap(new byte[bytes]))
                    .orThrow();
            return this;
        }
    }

    private void pass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void whose_body_has_been_silent_the_longest_gives_way() {
        Sender first = new Sender().sends(60_000);
        Sender second = new Sender().sends(30_000);
        pass(10);
        first.sends(2_000);
        Sender newcomer = new Sender().sends(30_000);
        assertThat(second.answer).isCompletedWithValue("page/busy");
        assertThat(first.answer).isNotDone();
        newcomer.body.tryEmitComplete().orThrow();
        assertThat(newcomer.answer).isCompletedWithValue("whole");
        assertThat(room.taken()).isEqualTo(62_000);
    }

    /**
     * Lines pause; who sends without a pause has no more right to be here, and who holds little is not in anybody's
     * way.
     */
    @Test
    void a_pause_of_seconds_counts_for_nothing_and_each_byte_has_the_same_chance() {
        int gaveWay = 0;
        for (int attempt = 0; attempt < 100; attempt++) {
            Sender slow = new Sender().sends(2_000);
            Sender steady = new Sender().sends(90_000);
            pass(7);
            steady.sends(1_500);
            Sender newcomer = new Sender().sends(50_000);
            if (slow.answer.isDone()) gaveWay++;
            for (Sender one : List.of(slow, steady, newcomer)) one.lease.close();
        }
        assertThat(gaveWay).isLessThan(30);
    }

    @Test
    void what_is_of_no_use_is_silence_however_much_of_it_is_sent() {
        Sender slow = new Sender().sends(30_000);
        Sender useless = new Sender();
        useless.isOfUse = false;
        for (int i = 0; i < 6; i++) useless.sends(10_000);
        new Sender().sends(30_000);
        assertThat(useless.answer).isCompletedWithValue("page/busy");
        assertThat(slow.answer).isNotDone();
    }

    @Test
    void who_drips_counts_as_silent() {
        Sender dripping = new Sender().sends(60_000);
        Sender steady = new Sender().sends(30_000);
        for (int i = 0; i < 100; i++) dripping.sends(10);
        new Sender().sends(20_000);
        assertThat(dripping.answer).isCompletedWithValue("page/busy");
        assertThat(steady.answer).isNotDone();
    }

    @Test
    void what_has_arrived_whole_gives_way_to_nobody() {
        Lease working = room.lease();
        working.take(90_000);
        assertThat(new Sender().sends(20_000).answer).isCompletedWithValue("page/busy");
        assertThat(room.taken()).isEqualTo(90_000);
        working.close();
        assertThat(room.taken()).isZero();
    }

    /** What is done with a body that is whole begins before the last signal of its arrival has passed. */
    @Test
    void a_body_that_is_whole_gives_way_to_nobody_while_it_is_worked_on() {
        Lease lease = room.lease();
        Boolean gaveWay =
                lease.hear(Flux.empty()).then(Mono.fromCallable(lease::giveWay)).block();
        assertThat(gaveWay).isFalse();
        lease.take(1);
        lease.close();
        assertThat(room.taken()).isZero();
    }

    @Test
    void a_body_that_gave_way_as_its_last_byte_came_is_not_worked_on() {
        Lease lease = room.lease();
        Flux<DataBuffer> body = Flux.<DataBuffer>empty()
                .doOnComplete(() -> assertThat(lease.giveWay()).isTrue());
        assertThatThrownBy(() -> lease.hear(body).blockLast()).isInstanceOf(Refused.class);
    }

    @Test
    void who_gave_way_puts_nobody_out_any_more() {
        Sender gone = new Sender().sends(60_000);
        gone.lease.giveWay();
        Sender other = new Sender().sends(60_000);
        assertThatThrownBy(() -> gone.lease.take(50_000)).isInstanceOf(Refused.class);
        assertThat(other.answer).isNotDone();
    }

    @Test
    void who_gave_way_takes_nothing_any_more_and_gives_nothing_back_twice() {
        Sender gone = new Sender().sends(90_000);
        new Sender().sends(50_000);
        assertThatThrownBy(() -> gone.lease.take(1)).isInstanceOf(Refused.class);
        gone.lease.give(90_000);
        gone.lease.close();
        assertThat(room.taken()).isEqualTo(50_000);
    }

    @Test
    void work_whose_sender_is_gone_holds_what_it_took_until_it_is_done() {
        Lease lease = room.lease();
        lease.take(40_000);
        Sinks.One<String> work = Sinks.one();
        lease.during(work.asMono()).subscribe().dispose();
        lease.close();
        assertThat(room.taken()).isEqualTo(40_000);
        work.tryEmitValue("done").orThrow();
        assertThat(room.taken()).isZero();
        assertThat(room.leases()).isZero();
    }

    @Test
    void a_body_that_ends_fails_or_is_given_up_is_over() {
        for (Flux<DataBuffer> body :
                List.<Flux<DataBuffer>>of(Flux.empty(), Flux.error(new IllegalStateException()), Flux.never())) {
            Lease lease = room.lease();
            lease.hear(body).onErrorComplete().subscribe().dispose();
            assertThat(lease.isReceiving()).isFalse();
            assertThat(lease.giveWay()).isFalse();
            lease.close();
        }
        assertThat(room.leases()).isZero();
    }
}
