package id.kulkul.query.report;

import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.query.report.ReportQuery.Overdue;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which duties are past and unrecorded; nothing here looks at a clock: whoever asks says which day it is. */
public final class Duties {
    private static final int MOST = 500;

    private final ReadStore store;

    public Duties(ReadStore store) {
        this.store = store;
        store.prepare(ReportBoard.FILES);
    }

    @QueryHandler
    List<MissedDuty> answer(Overdue query) {
        var past =
                Where.atMost(MOST).before("nextDay", query.today().toString()).orderedBy("nextDay");
        return store.all(ReportBoard.FILES, past).stream()
                .flatMap(file -> missed(file, query.today()))
                .limit(MOST)
                .toList();
    }

    private static Stream<MissedDuty> missed(CaseFile file, LocalDate today) {
        var report = Objects.requireNonNull(file.report);
        return Policies.rules(file.rules).map(version -> Clocks.of(version, file.reached)).orElse(List.of()).stream()
                .filter(due -> isUnrecorded(due, file) && due.lastDay().isBefore(today))
                .map(due -> new MissedDuty(report, due.clock(), due.lastDay()));
    }

    private static boolean isUnrecorded(Due due, CaseFile file) {
        return due.duty() && due.doneOn() == null && !file.missed.contains(due.clock());
    }
}
