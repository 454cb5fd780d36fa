package id.kulkul.command.flood;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;

/** One proposal to set reports aside; the same form sent twice is the same proposal. */
public record FloodId(@JsonValue UUID value) {
    static final int VERSION = 8;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FloodId {}

    /**
     * The first 16 bytes of a hash with the bits of a UUID of version 8, which no id of a report or a person has.
     *
     * @param nonce 16 random bytes of the form
     * @param readers who may read every report of it
     */
    public static FloodId of(UUID tenant, UUID nonce, Collection<UUID> readers) {
        var struct = ByteBuffer.allocate((2 + readers.size()) * Hex16.SIZE)
                .put(Hex16.bytes(tenant))
                .put(Hex16.bytes(nonce));
        readers.stream().sorted(Hex16.ASCENDING).map(Hex16::bytes).forEach(struct::put);
        return new FloodId(Hex16.named(Digest.labelled("kulkul/v1/flood", struct.array()), VERSION));
    }

    /** Reads 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static FloodId parse(String text) {
        return new FloodId(Hex16.parse(text));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
