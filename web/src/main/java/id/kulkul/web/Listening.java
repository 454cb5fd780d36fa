package id.kulkul.web;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says once, at the start, when others than this machine can reach the program in clear; only loopback is listened to
 * by default.
 */
@Component
class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final ServerProperties server;

    Listening(ServerProperties server) {
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        sentence(server.getAddress()).ifPresent(LOG::warn);
    }

    /**
     * What must stand in front of an address, or nothing for one that only this machine reaches; none at all means
     * every address.
     */
    static Optional<String> sentence(@Nullable InetAddress address) {
        if (address != null && address.isLoopbackAddress()) return Optional.empty();
        boolean every = address == null || address.isAnyLocalAddress();
        return Optional.of(
                "Kulkul listens on " + (every ? "every address" : address.getHostAddress())
                        + " of this machine, without TLS: a proxy with TLS or an onion service must stand in front, and nobody else may reach this port.");
    }
}
