package id.kulkul.web.seen;

import id.kulkul.web.StartRefused;

/**
 * Says in one sentence what history, vault and ciphertexts lack of what was signed, and how that is mended or declared.
 */
public final class StoresDisagree extends StartRefused {
    private static final long serialVersionUID = 1;

    StoresDisagree(Difference difference) {
        super("These stores are not the newest: " + difference.words()
                + ". Nothing was signed or removed; put back the newest data, or, where they are lost for good, declare the loss once with --kulkul.restored="
                + difference.code() + ".");
    }
}
