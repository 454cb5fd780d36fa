package id.kulkul.web.store;

import id.kulkul.web.StartRefused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in one sentence that SQLite finds a store damaged, or that it is no store at all. */
public final class StoreDamaged extends StartRefused {
    private static final long serialVersionUID = 1;

    StoreDamaged(Path file, @Nullable Throwable cause) {
        super(
                "The store " + file
                        + " is damaged: keep it aside, put back a copy that is whole, and start again; nothing was changed.",
                cause);
    }
}
