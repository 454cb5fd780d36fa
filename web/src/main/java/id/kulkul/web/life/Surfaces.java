package id.kulkul.web.life;

import ch.qos.logback.classic.LoggerContext;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

/**
 * Finds errors of the virtual machine wherever they surface: in threads that nobody waits for, in what Reactor drops,
 * in connections, and in everything that a library only writes to its log. Memory outside the heap ends in errors that
 * the machine's own option does not see.
 */
@Component
public final class Surfaces implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String NAME = "life";
    private static final AtomicBoolean HOOKED = new AtomicBoolean();

    Surfaces() {
        watch();
    }

    /** Watches threads, Reactor and the log of this process. */
    public static void watch() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) LoggedErrors.watch(log);
        if (!HOOKED.compareAndSet(false, true)) return;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught(failure));
        Schedulers.onHandleError(NAME, (thread, failure) -> Ending.ifBroken(failure));
        Hooks.onErrorDropped(Ending::ifBroken);
        Hooks.onOperatorError(NAME, (failure, signal) -> {
            Ending.ifBroken(failure);
            return Exceptions.unwrap(failure);
        });
    }

    /** The default would print the message, which can hold what a reporter wrote. */
    private static void uncaught(Throwable failure) {
        Ending.ifBroken(failure);
        LoggerFactory.getLogger(Surfaces.class)
                .error("A thread ended: {}", failure.getClass().getName());
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addServerCustomizers(http -> http.doOnChannelInit(
                (observer, channel, remote) -> channel.pipeline().addFirst(NAME, new OfConnections())));
    }

    @ChannelHandler.Sharable
    private static final class OfConnections extends ChannelInboundHandlerAdapter {
        @Override
        @SuppressWarnings("deprecation") // it is the way of inbound handlers to hear of failures
        public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
            Ending.ifBroken(failure);
            connection.fireExceptionCaught(failure);
        }
    }
}
