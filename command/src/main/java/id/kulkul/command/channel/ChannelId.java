package id.kulkul.command.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Hex16;
import java.util.UUID;

/** A protected channel, by its random id, which every sealed item of the channel names as its scope. */
public record ChannelId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelId {}

    /** Reads 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static ChannelId parse(String text) {
        return new ChannelId(Hex16.parse(text));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
