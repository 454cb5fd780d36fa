package id.kulkul.command.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** The checkpoints of one log on one day. */
public record CheckpointsId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CheckpointsId {}

    /**
     * The stream of a day in UTC, with the bits of a UUID of version 8, which no id that a stranger could bring ever
     * has.
     *
     * @param stream 0, or how many streams of that day could not be used
     */
    public static CheckpointsId of(String origin, LocalDate day, int stream) {
        var digest = stream == 0 ? hash(origin, day, "") : hash(origin, day, Integer.toString(stream));
        return new CheckpointsId(Hex16.named(digest, 8));
    }

    /** The only stream of a day before they had bits of their own: no new one begins under it. */
    public static CheckpointsId ofFirstForm(String origin, LocalDate day) {
        return new CheckpointsId(Hex16.uuid(Arrays.copyOf(hash(origin, day, "").bytes(), Hex16.SIZE)));
    }

    private static Digest hash(String origin, LocalDate day, String stream) {
        return Digest.sha256((origin + day + stream).getBytes(StandardCharsets.US_ASCII));
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
