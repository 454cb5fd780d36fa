package id.kulkul.web.demo;

import id.kulkul.web.StartRefused;
import java.nio.file.Path;

/** Says in one sentence that a home is no demonstration's, before anything in it is touched. */
public final class NotADemonstration extends StartRefused {
    private static final long serialVersionUID = 1;

    NotADemonstration(Path home) {
        super("The home " + home
                + " belongs to a real organisation: a demonstration needs a folder of its own, with --kulkul.home.");
    }
}
