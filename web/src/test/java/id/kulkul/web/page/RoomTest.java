package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
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
        final Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
        final CompletableFuture<String> answer = lease.hear(body.asFlux())
                .doOnNext(buffer -> lease.take(buffer.readableByteCount()))
                .then(Mono.just("whole"))
                .onErrorResume(Refused.class, why -> Mono.just(why.code()))
                .doFinally(end -> lease.close())
                .toFuture();

        Sender sends(int bytes) {
            clock.incrementAndGet();
            body.tryEmitNext(DefaultDataBufferFactory.sharedInstance.wrap(new byte[bytes]))
                    .orThrow();
            return this;
        }
    }

    @Test
    void whose_body_has_been_silent_the_longest_gives_way() {
        Sender first = new Sender().sends(60_000);
        Sender second = new Sender().sends(30_000);
        first.sends(2_000);
        Sender newcomer = new Sender().sends(30_000);
        assertThat(second.answer).isCompletedWithValue("page/busy");
        assertThat(first.answer).isNotDone();
        newcomer.body.tryEmitComplete().orThrow();
        assertThat(newcomer.answer).isCompletedWithValue("whole");
        assertThat(room.taken()).isEqualTo(62_000);
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
        for (Flux<DataBuffer> body : java.util.List.<Flux<DataBuffer>>of(
                Flux.empty(), Flux.error(new IllegalStateException()), Flux.never())) {
            Lease lease = room.lease();
            lease.hear(body).onErrorComplete().subscribe().dispose();
            assertThat(lease.isReceiving()).isFalse();
            assertThat(lease.giveWay()).isFalse();
            lease.close();
        }
        assertThat(room.leases()).isZero();
    }
}
