package id.kulkul.web.log;

import id.kulkul.crypto.log.LogName;
import id.kulkul.web.page.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The log that an address names. */
public final class Named {
    private Named() {}

    /** The log of that name, or the one that is meant where none is named. */
    public static LogName log(@Nullable String name, LogName meant) {
        return name == null || name.isBlank() ? meant : log(name);
    }

    /** The log of that name, or the page that says there is none. */
    public static LogName log(String name) {
        try {
            return LogName.of(name);
        } catch (IllegalArgumentException none) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }
}
