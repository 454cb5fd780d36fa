package id.kulkul.web.demo;

import id.kulkul.web.StartRefused;
import java.nio.file.Path;

/**
 * Says in one sentence that a demonstration was ended while its story was told for the first time, so that half of it
 * is missing.
 */
public final class DemonstrationInterrupted extends StartRefused {
    private static final long serialVersionUID = 1;

    DemonstrationInterrupted(Path home) {
        super("The demonstration in " + home
                + " was interrupted while it was first told: remove that folder and start again.");
    }
}
