package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Isolated("It counts milliseconds")
class BodiesTest {
    private static final Pace STRICT = new Pace(Duration.ofMillis(400), Duration.ofMillis(300), 10_000);
    private static final Pace LENIENT = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(30), 1);

    private final Room room = new Room(100_000, System::nanoTime);

    private static DataBuffer bytes(int length) {
        return DefaultDataBufferFactory.sharedInstance.wrap(new byte[length]);
    }

    private Mono<Integer> read(Pace pace, Flux<DataBuffer> body) {
        return Mono.using(
                room::lease,
                lease -> Bodies.read(MockServerHttpRequest.post("/").body(body), lease, 60_000, pace)
                        .map(all -> all.length),
                Lease::close);
    }

    @Test
    void a_body_that_drips_ends_though_it_is_never_silent() {
        Flux<DataBuffer> dripping = Flux.interval(Duration.ofMillis(50)).map(tick -> bytes(1));
        assertThatThrownBy(() -> read(STRICT, dripping).block(Duration.ofSeconds(10)))
                .isInstanceOf(Refused.class)
                .hasMessage("page/unreadable");
        assertThat(room.taken()).isZero();
    }

    @Test
    void a_body_that_falls_silent_ends() {
        Flux<DataBuffer> silent = Flux.concat(Flux.just(bytes(1)), Flux.never());
        assertThatThrownBy(() -> read(STRICT, silent).block(Duration.ofSeconds(10)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_slow_body_that_keeps_up_gets_the_time_that_it_needs() {
        Flux<DataBuffer> slow = Flux.interval(Duration.ofMillis(50)).take(20).map(tick -> bytes(1_000));
        assertThat(read(STRICT, slow).block(Duration.ofSeconds(10))).isEqualTo(20_000);
        assertThat(room.taken()).isZero();
    }

    @Test
    void what_is_too_large_takes_no_more_than_it_may_and_is_told_so() {
        assertThatThrownBy(() -> read(LENIENT, Flux.range(0, 10).map(part -> bytes(9_000)))
                        .block())
                .isInstanceOf(Refused.class)
                .hasMessage("page/too-large");
        assertThat(room.taken()).isZero();
    }
}
