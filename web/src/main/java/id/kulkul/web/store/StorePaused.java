package id.kulkul.web.store;

import org.jspecify.annotations.Nullable;

/** Says that a store takes nothing for now and goes on by itself once it can. */
public final class StorePaused extends StoreRefused {
    private static final long serialVersionUID = 1;

    StorePaused(String store, String reason, @Nullable Throwable cause) {
        super("The " + store + " store takes nothing for now: ", reason, cause);
    }
}
