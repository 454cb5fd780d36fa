package id.kulkul.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.life.Ends;
import id.kulkul.web.life.Lives;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** The same on a listening socket: the limits stand where the server's own handlers are. */
@Timeout(120)
class ConnectionSideTest {
    private static final int MUCH = 4_000;
    private static final int PART = 16 * 1024;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Connections all = new Connections(new Limits(2, 1), Patience.USUAL, this::now);
    private final Lives lives = Ends.quick();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final DisposableServer server = ConnectionSide.limited(HttpServer.create(), all)
            .host("127.0.0.1")
            .port(0)
            .handle((request, answer) ->
                    request.uri().equals("/much") ? answer.send(much(answer)) : answer.sendString(Mono.just("halo")))
            .bindNow();

    @BeforeEach
    void sweep() {
        ConnectionSide.sweep(all, lives);
    }

    /** The sweep fails once where a test wants it to. */
    private long now() {
        boolean sweeping = Thread.currentThread().getName().equals("connections");
        if (sweeping && failing.getAndSet(false)) throw new IllegalStateException("as a test");
        return clock.incrementAndGet();
    }

    private Flux<ByteBuf> much(HttpServerResponse answer) {
        answer.withConnection(connection -> connection.onDispose(ended::countDown));
        return Flux.range(0, MUCH).map(i -> Unpooled.wrappedBuffer(new byte[PART]));
    }

    @AfterEach
    void stop() {
        lives.destroy();
        server.disposeNow(Duration.ofSeconds(5));
    }

    private Socket connect(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout(120_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void a_newcomer_is_answered_though_all_connections_are_taken_and_the_silent_one_is_closed() throws Exception {
        try (Socket first = connect("");
                Socket second = connect("GET / HTTP/1.1\r\n");
                Socket newcomer = afterTwo("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            assertThat(new String(newcomer.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("200 OK", "halo");
            var ended = List.of(first, second).stream()
                    .map(socket -> CompletableFuture.supplyAsync(() -> taken(socket), Thread::startVirtualThread))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.anyOf(ended).get(60, TimeUnit.SECONDS);
        }
    }

    /** Each connection is let in by a thread of its own, so who came first is known only once both are there. */
    private Socket afterTwo(String request) throws IOException {
        while (all.size() < 2) Thread.onSpinWait();
        return connect(request);
    }

    @Test
    void who_does_not_take_the_answer_loses_it() throws Exception {
        try (Socket slow = connect("GET /much HTTP/1.1\r\nHost: x\r\n\r\n")) {
            do clock.addAndGet(TimeUnit.HOURS.toNanos(1));
            while (!ended.await(500, TimeUnit.MILLISECONDS));
            assertThat(all.size()).isZero();
            assertThat(taken(slow)).isLessThan(MUCH * PART);
        }
    }

    @Test
    void a_sweep_that_fails_is_not_the_last() throws Exception {
        failing.set(true);
        try (Socket silent = connect("")) {
            while (lives.restarts().isEmpty()) Thread.onSpinWait();
            clock.addAndGet(TimeUnit.HOURS.toNanos(1));
            assertThat(taken(silent)).isZero();
        }
        assertThat(lives.restarts()).containsExactly(Map.entry("connections", 1));
    }

    private static long taken(Socket socket) {
        long taken = 0;
        byte[] some = new byte[64 * 1024];
        try {
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) taken += n;
        } catch (IOException reset) {
            // one of the ways in which it ends
        }
        return taken;
    }
}
