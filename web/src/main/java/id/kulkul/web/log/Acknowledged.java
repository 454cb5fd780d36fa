package id.kulkul.web.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What whoever sealed something on their own device is told once it is in the history, so that they can check it
 * themselves.
 *
 * @param leaf the 135 bytes of the event's leaf, base64url
 * @param promise the server's written promise for its hash, 2,520 bytes, base64url
 * @param due the end of the promised hour, which stands in the promise itself
 */
public record Acknowledged(
        String leaf, String promise, @JsonIgnore Instant due) {}
