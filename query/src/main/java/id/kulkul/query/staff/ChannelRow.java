package id.kulkul.query.staff;

import id.kulkul.command.channel.ChannelId;

/** A protected channel: whether it takes reports, and the list of recipients in force. */
public record ChannelRow(ChannelId channel, boolean open, ManifestRow manifest) {}
