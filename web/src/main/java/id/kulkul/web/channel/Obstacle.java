package id.kulkul.web.channel;

import java.util.Optional;

/** Something that may keep reports from being received; it answers at once and on any thread. */
public interface Obstacle {
    /** Why nothing can be received at this moment, or nothing. */
    Optional<NotNow> now();
}
