package id.kulkul.command.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** All declared losses of one organisation. */
public record LossesId(@JsonValue UUID value) {
    private static final byte[] LABEL = "kulkul/v1/losses\0".getBytes(StandardCharsets.US_ASCII);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LossesId {}

    /**
     * The first 16 bytes of SHA-256 over a label and the organisation, with the bits of a UUIDv8, which no random id
     * has.
     */
    public static LossesId of(UUID tenant) {
        byte[] id = Arrays.copyOf(Digest.sha256(LABEL, Hex16.bytes(tenant)).bytes(), Hex16.SIZE);
        id[6] = (byte) ((id[6] & 0x0f) | 0x80);
        id[8] = (byte) ((id[8] & 0x3f) | 0x80);
        return new LossesId(Hex16.uuid(id));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
