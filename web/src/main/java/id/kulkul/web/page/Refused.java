package id.kulkul.web.page;

import org.springframework.http.HttpStatus;

/** A request that is answered with a stable code instead of what it asked for; it carries nothing of the request. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;

    /** Refuses with an HTTP status and a stable code such as {@code page/not-found}. */
    public Refused(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
