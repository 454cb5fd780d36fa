package id.kulkul.web.health;

import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps {@code health.json} beside the data, written anew each minute: who finds it older than that knows that nobody
 * is at home.
 */
@Component
class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final long EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Path file;
    private final State state;
    private final JsonMapper json;
    private long written = System.nanoTime() - EVERY_NANOS;
    private boolean failing;

    StateFile(Homes homes, State state, JsonMapper json) throws IOException {
        this.file = homes.data().resolve("health.json");
        this.state = state;
        this.json = json;
    }

    /** Writes when a minute has passed, or at once. */
    void keep(Condition condition, boolean atOnce) {
        long now = System.nanoTime();
        if (!atOnce && now - written < EVERY_NANOS) return;
        written = now;
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, json.writeValueAsBytes(state.of(condition)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failing = false;
        } catch (IOException full) {
            if (!failing)
                LOG.warn("The state file was not written: {}", full.getClass().getName());
            failing = true;
        }
    }
}
