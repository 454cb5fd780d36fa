package id.kulkul.web.flood;

import id.kulkul.command.flood.FloodId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.report.FloodList;
import id.kulkul.query.report.FloodPage;
import id.kulkul.query.report.ReportQuery;
import id.kulkul.query.report.Untouched;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.page.Refused;
import id.kulkul.web.signin.SignedIn;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What one person may know of reports that nobody has looked through and of those that were set aside; of anything else
 * there is nothing.
 */
@Component
class Known {
    private final Questions questions;
    private final Leaves leaves;
    private final Clock clock;

    Known(Questions questions, Leaves leaves, Clock clock) {
        this.questions = questions;
        this.leaves = leaves;
        this.clock = clock;
    }

    Untouched untouched(SignedIn person) {
        return questions.awaitOne(
                new ReportQuery.UntouchedReports(person.person(), clock.instant(), covered()), Untouched.class);
    }

    InboxPage aside(SignedIn person, int page) {
        return questions.awaitOne(
                new CaseworkQuery.SetAside(person.person(), clock.instant(), covered(), page), InboxPage.class);
    }

    FloodList proposals(SignedIn person, int page) {
        return questions.awaitOne(new ReportQuery.Proposals(person.person(), page), FloodList.class);
    }

    /** Empty where the person may read none of its reports. */
    Optional<FloodPage> maybe(UUID person, FloodId flood, int page) {
        return questions.awaitMaybe(
                new ReportQuery.OneFlood(flood, person, clock.instant(), covered(), page), FloodPage.class);
    }

    FloodPage one(SignedIn person, String flood, int page) {
        return maybe(person.person(), id(flood), page).orElseThrow(Known::absent);
    }

    private static FloodId id(String flood) {
        try {
            return FloodId.parse(flood);
        } catch (IllegalArgumentException notAnId) {
            throw absent();
        }
    }

    static Refused absent() {
        return new Refused(HttpStatus.NOT_FOUND, "page/not-found");
    }

    private Position covered() {
        return leaves.coveredUpTo(LogName.WBS);
    }
}
