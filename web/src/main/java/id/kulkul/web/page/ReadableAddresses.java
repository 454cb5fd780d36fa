package id.kulkul.web.page;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Lets an address that is none (RFC 3986), such as one with half an escape, be answered like every other mistake: the
 * framework ends such a request before any page of ours hears of it, with neither a code nor our headers.
 */
@Component
final class ReadableAddresses implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    /** Refused with a code by whoever looks at addresses first: see Security. */
    private static final String REFUSED = "/;";

    private static final String NOWHERE = "localhost";

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addServerCustomizers(http -> http.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "readable-addresses", new OfRequests())));
    }

    private static final class OfRequests extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext connection, Object message) {
            if (message instanceof HttpRequest request) mend(request);
            connection.fireChannelRead(message);
        }

        private static void mend(HttpRequest request) {
            String host = request.headers().get(HttpHeaderNames.HOST, NOWHERE);
            if (!isReadable("http://" + host + "/")) {
                request.headers().set(HttpHeaderNames.HOST, NOWHERE);
                request.setUri(REFUSED);
            }
            String asked = request.uri();
            if (!isReadable(asked.startsWith("/") ? "http://" + NOWHERE + asked : asked)) request.setUri(REFUSED);
        }

        private static boolean isReadable(String address) {
            try {
                return new URI(address).getHost() != null;
            } catch (URISyntaxException none) {
                return false;
            }
        }
    }
}
