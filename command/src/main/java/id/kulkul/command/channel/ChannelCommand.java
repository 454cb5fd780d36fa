package id.kulkul.command.channel;

import id.kulkul.crypto.bytes.Octets;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a protected channel; {@code by} is the administrator who acts. */
public sealed interface ChannelCommand {
    @TargetAggregateIdentifier
    ChannelId channel();

    /**
     * Publishes the next list of recipients, as the organisation's root signed it elsewhere; the signatures are checked
     * before the command is sent.
     *
     * @param ed25519 64 bytes
     * @param mldsa44 2,420 bytes
     */
    record PublishManifest(ChannelId channel, UUID by, Octets manifest, Octets ed25519, Octets mldsa44)
            implements ChannelCommand {}

    record OpenChannel(ChannelId channel, UUID by) implements ChannelCommand {}

    record CloseChannel(ChannelId channel, UUID by) implements ChannelCommand {}
}
