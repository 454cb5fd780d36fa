package id.kulkul.web.audit;

import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.report.CaseNumber;
import id.kulkul.web.page.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Every case there is, found in the stored events themselves and not in a projection that could leave one out. */
@Component
class Cases {
    private static final int BATCH = 500;

    /** One case by its number and the hour it came. */
    public record Case(String report, String number, String received) {}

    private final StoredEvents history;

    Cases(StoredEvents history) {
        this.history = history;
    }

    /** All cases, the newest first. */
    List<Case> all(Locale language) {
        List<Case> cases = new ArrayList<>();
        long next = 0;
        for (List<StoredEvent> rows = history.read(next, BATCH); !rows.isEmpty(); rows = history.read(next, BATCH)) {
            next = rows.getLast().index() + 1;
            rows.stream()
                    .filter(row -> row.name().equals("report-submitted"))
                    .map(row -> of(row, language))
                    .forEach(cases::add);
        }
        return cases.reversed();
    }

    /** How many reports had come up to a stored event. */
    long count(long position) {
        long count = 0;
        long next = 0;
        for (List<StoredEvent> rows = history.read(next, BATCH); !rows.isEmpty(); rows = history.read(next, BATCH)) {
            next = rows.getLast().index() + 1;
            count += rows.stream()
                    .filter(row -> row.index() <= position && row.name().equals("report-submitted"))
                    .count();
            if (next > position) break;
        }
        return count;
    }

    private static Case of(StoredEvent row, Locale language) {
        ReportId report = ReportId.parse(row.aggregate());
        return new Case(report.toString(), CaseNumber.of(report), Moments.hour(row.time(), language));
    }
}
