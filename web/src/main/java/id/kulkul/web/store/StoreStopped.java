package id.kulkul.web.store;

import org.jspecify.annotations.Nullable;

/** Says that a store accepts nothing more until the program is started again. */
public final class StoreStopped extends StoreRefused {
    private static final long serialVersionUID = 1;

    StoreStopped(String store, String reason, @Nullable Throwable cause) {
        super("The " + store + " store accepts nothing more: ", reason, cause);
    }
}
