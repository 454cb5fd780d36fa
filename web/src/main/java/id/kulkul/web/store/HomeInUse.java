package id.kulkul.web.store;

import id.kulkul.web.StartRefused;
import java.nio.file.Path;

/** Says in one sentence that a home belongs to another running process. */
public final class HomeInUse extends StartRefused {
    HomeInUse(Path home) {
        super("Kulkul is already running on " + home + ": stop it, or choose another folder with --kulkul.home.");
    }
}
