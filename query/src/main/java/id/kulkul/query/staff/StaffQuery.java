package id.kulkul.query.staff;

import id.kulkul.command.channel.ChannelId;
import id.kulkul.crypto.bytes.Digest;
import java.util.UUID;

/** What can be asked about the staff and the channels. */
public sealed interface StaffQuery {
    /** Everybody, retired people too, as a list of {@link StaffRow} ordered by post. */
    record Directory() implements StaffQuery {}

    /** One person as an optional {@link StaffRow}. */
    record OnePerson(UUID person) implements StaffQuery {}

    /** Every channel as a list of {@link ChannelRow}. */
    record Channels() implements StaffQuery {}

    /** One channel as an optional {@link ChannelRow}. */
    record OneChannel(ChannelId channel) implements StaffQuery {}

    /** Any published list of recipients, old ones too, as an optional {@link ManifestRow}. */
    record OneManifest(Digest digest) implements StaffQuery {}
}
