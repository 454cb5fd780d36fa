package id.kulkul.query.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.io.IOException;
import java.util.Base64;

/**
 * The fields of a stored checkpoint event, read from its bytes.
 *
 * @param origin whose checkpoint it is
 */
record CheckpointJson(String origin, RecordedCheckpoint checkpoint) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a payload; anything else is an {@link IllegalArgumentException}. */
    static CheckpointJson read(byte[] payload) {
        try {
            JsonNode json = MAPPER.readTree(payload);
            return new CheckpointJson(
                    text(json, "origin"),
                    new RecordedCheckpoint(
                            json.path("mark").longValue(),
                            json.path("size").longValue(),
                            Digest.parse(text(json, "root")),
                            json.path("padCount").longValue(),
                            Hex16.parse(text(json, "padSeed")),
                            text(json, "note"),
                            RecordedCheckpoint.unpacked(Base64.getUrlDecoder().decode(text(json, "leaves")))));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a checkpoint", e);
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }
}
