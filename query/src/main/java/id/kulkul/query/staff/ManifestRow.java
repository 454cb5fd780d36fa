package id.kulkul.query.staff;

import id.kulkul.command.channel.ChannelId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;

/** A signed list of recipients as it was published. */
public record ManifestRow(
        ChannelId channel, long epoch, Digest digest, Octets manifest, Octets ed25519, Octets mldsa44) {}
