package id.kulkul.command.channel;

import id.kulkul.command.Acted;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import java.util.UUID;

/** Everything that can have happened to a protected channel. */
public sealed interface ChannelEvent {
    ChannelId channel();

    /** The list of recipients is published; sealed items name it by the digest. */
    record ManifestPublished(
            ChannelId channel, UUID by, long epoch, Digest digest, Octets manifest, Octets ed25519, Octets mldsa44)
            implements ChannelEvent, Acted {}

    record ChannelOpened(ChannelId channel, UUID by) implements ChannelEvent, Acted {}

    record ChannelClosed(ChannelId channel, UUID by) implements ChannelEvent, Acted {}
}
