package id.kulkul.command.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** The checkpoints of one log on one day. */
public record CheckpointsId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CheckpointsId {}

    /** The first 16 bytes of SHA-256 over the origin line and the ISO date of the day in UTC. */
    public static CheckpointsId of(String origin, LocalDate day) {
        var digest = Digest.sha256(
                origin.getBytes(StandardCharsets.US_ASCII), day.toString().getBytes(StandardCharsets.US_ASCII));
        return new CheckpointsId(Hex16.uuid(Arrays.copyOf(digest.bytes(), Hex16.SIZE)));
    }

    /** Reads 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static CheckpointsId parse(String text) {
        return new CheckpointsId(Hex16.parse(text));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
