package id.kulkul.web.page;

import id.kulkul.command.Rejection;
import id.kulkul.command.channel.ChannelRejection;
import id.kulkul.command.flood.FloodRejection;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.command.staff.StaffRejection;
import id.kulkul.web.bus.Absent;
import org.springframework.http.HttpStatus;

/** Says with which HTTP status a refusal of the domain is answered; its code stays what it is. */
final class Refusals {
    private Refusals() {}

    /** What must not be known to exist is answered like what does not exist. */
    static Refused of(Rejection rejection) {
        if (rejection == ReportRejection.NOT_A_RECIPIENT || rejection == FloodRejection.NOT_A_READER)
            return of(Absent.UNKNOWN);
        return new Refused(status(rejection), rejection.code());
    }

    private static HttpStatus status(Rejection rejection) {
        return switch (rejection) {
            case Absent.UNKNOWN -> HttpStatus.NOT_FOUND;
            case ReportRejection.NEEDS_CUSTODIANS, ReportRejection.SAME_PERSON, FloodRejection.SAME_PERSON ->
                HttpStatus.FORBIDDEN;
            case ReportRejection.BAD_ITEM,
                    ReportRejection.BAD_SIGNATURE,
                    ReportRejection.WRONG_MANIFEST,
                    ReportRejection.EXCLUDED_RECIPIENT,
                    ReportRejection.NO_RECIPIENT,
                    ReportRejection.NO_SUCH_ITEM,
                    ReportRejection.UNKNOWN_CATEGORY,
                    ReportRejection.UNKNOWN_RULES,
                    ReportRejection.UNKNOWN_CLOCK,
                    FloodRejection.NO_REPORT,
                    FloodRejection.TOO_MANY,
                    FloodRejection.WRONG_ID,
                    ChannelRejection.BAD_MANIFEST,
                    ChannelRejection.BAD_SIGNATURE,
                    StaffRejection.BAD_POST -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> rejection.family().equals("office") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
        };
    }
}
