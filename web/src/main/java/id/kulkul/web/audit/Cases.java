package id.kulkul.web.audit;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.page.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every case there is, found in the stored events themselves and not in a projection that could leave one out. What is
 * stored is read once; after that only where each report came is kept.
 */
@Component
public class Cases {
    private static final int BATCH = 500;

    /** One case by its number and the hour it came. */
    public record Case(String report, String number, String received) {}

    private final StoredEvents history;
    private final Leaves leaves;
    private final List<Long> submissions = new ArrayList<>();
    private long next;

    Cases(StoredEvents history, Leaves leaves) {
        this.history = history;
        this.leaves = leaves;
    }

    /** A page of all cases that a checkpoint covers, the newest first; any text that is no number means the first page. */
    synchronized Listing<Case> page(@Nullable String asked, Locale language) {
        List<Long> covered = submissions.subList(0, count(leaves.coveredUpTo(LogName.WBS)));
        return Listing.of(covered.reversed(), asked, 0).of(position -> at(position, language));
    }

    /** How many reports had come up to a stored event. */
    public synchronized int count(long position) {
        follow();
        int found = Collections.binarySearch(submissions, position);
        return found < 0 ? -found - 1 : found + 1;
    }

    private void follow() {
        for (List<StoredEvent> rows = history.read(next, BATCH); !rows.isEmpty(); rows = history.read(next, BATCH)) {
            next = rows.getLast().index() + 1;
            rows.stream()
                    .filter(row -> row.name().equals("report-submitted"))
                    .map(StoredEvent::index)
                    .forEach(submissions::add);
        }
    }

    private Case at(long position, Locale language) {
        StoredEvent row = history.read(position, 1).getFirst();
        ReportId report = ReportId.parse(row.aggregate());
        return new Case(report.toString(), ReportBoard.number(report), Moments.hour(row.time(), language));
    }
}
