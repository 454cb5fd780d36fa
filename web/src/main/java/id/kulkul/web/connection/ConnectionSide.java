package id.kulkul.web.connection;

import id.kulkul.web.life.Lives;
import id.kulkul.web.settings.Settings;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.RecvByteBufAllocator;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** Puts the limits of connections into the server. */
@Configuration(proxyBeanMethods = false)
class ConnectionSide {
    private static final int HEAD = 8 * 1024;
    private static final int LINE = 4 * 1024;
    private static final int SMALLEST_READ = 256;
    private static final int FIRST_READ = 2 * 1024;
    private static final int LARGEST_READ = 16 * 1024;

    /** So that nobody waits long behind those who send much. */
    private static final int READS_IN_A_TURN = 2;

    /** Newcomers have a thread of their own: who is silent gives way to them however busy the others are. */
    private static final int WORKERS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int WAITING_AT_THE_DOOR = 1024;

    @Bean
    static Connections connections(Settings settings, Lives lives) {
        Connections connections = new Connections(Limits.of(settings), Patience.USUAL, System::nanoTime);
        sweep(connections, lives);
        return connections;
    }

    /** A sweep that fails is not the last one. */
    static void sweep(Connections connections, Lives lives) {
        lives.loop("connections", () -> SWEEP, connections::sweep);
    }

    @Bean
    static WebServerFactoryCustomizer<NettyReactiveWebServerFactory> limitedConnections(Connections connections) {
        return factory -> factory.addServerCustomizers(server -> limited(server, connections));
    }

    /**
     * The program's own threads, and not those of other servers of the same process: what ends one server ends no
     * other.
     */
    @Bean
    static ReactorResourceFactory threads() {
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        threads.setLoopResourcesSupplier(() -> LoopResources.create("http", 1, WORKERS, true));
        threads.setShutdownQuietPeriod(Duration.ZERO);
        return threads;
    }

    /** A server that lets nobody be silent for long and reads no more at once than a connection's share. */
    static HttpServer limited(HttpServer server, Connections connections) {
        return server.option(ChannelOption.SO_BACKLOG, WAITING_AT_THE_DOOR)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, reads())
                .httpRequestDecoder(heads -> heads.maxHeaderSize(HEAD).maxInitialLineLength(LINE))
                .doOnChannelInit((observer, channel, address) -> {
                    ChannelPipeline pipeline = channel.pipeline();
                    pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "conversation", connections.admit(channel));
                })
                .doOnBound(bound -> connections.watch(bound.channel()));
    }

    private static RecvByteBufAllocator reads() {
        return new AdaptiveRecvByteBufAllocator(SMALLEST_READ, FIRST_READ, LARGEST_READ)
                .maxMessagesPerRead(READS_IN_A_TURN);
    }
}
