package id.kulkul.web.page;

import id.kulkul.command.Rejection;
import id.kulkul.web.bus.Absent;
import org.springframework.http.HttpStatus;

/** Says with which HTTP status a refusal of the domain is answered; its code stays what it is. */
final class Refusals {
    private Refusals() {}

    /** What must not be known to exist is answered like what does not exist. */
    static Refused of(Rejection rejection) {
        return switch (rejection.kind()) {
            case CONFLICT -> new Refused(HttpStatus.CONFLICT, rejection.code());
            case INVALID -> new Refused(HttpStatus.UNPROCESSABLE_CONTENT, rejection.code());
            case FORBIDDEN -> new Refused(HttpStatus.FORBIDDEN, rejection.code());
            case HIDDEN -> of(Absent.UNKNOWN);
            case ABSENT -> new Refused(HttpStatus.NOT_FOUND, rejection.code());
            case BUSY -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, rejection.code());
        };
    }
}
