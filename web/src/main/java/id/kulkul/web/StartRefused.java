package id.kulkul.web;

import org.jspecify.annotations.Nullable;

/** Ends the start with a sentence for the one who began it: what is wrong, and what to do about it. */
public class StartRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public StartRefused(String sentence) {
        this(sentence, null);
    }

    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
