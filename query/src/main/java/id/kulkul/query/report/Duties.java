package id.kulkul.query.report;

import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.query.report.ReportQuery.Overdue;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which duties are past and unrecorded; nothing here looks at a clock: whoever asks says what time it is. */
public final class Duties {
    private static final int MOST = 500;

    private final ReadStore store;

    public Duties(ReadStore store) {
        this.store = store;
        store.prepare(ReportBoard.FILES);
    }

    @QueryHandler
    List<MissedDuty> answer(Overdue query) {
        var past = Where.atMost(MOST)
                .before("nextAt", query.now().getEpochSecond() + 1)
                .orderedBy("nextAt");
        return store.all(ReportBoard.FILES, past).stream()
                .flatMap(file -> missed(file, query.now()))
                .limit(MOST)
                .toList();
    }

    private static Stream<MissedDuty> missed(CaseFile file, Instant now) {
        var report = Objects.requireNonNull(file.report);
        return Policies.rules(file.rules).map(version -> Clocks.of(version, file.progress)).orElse(List.of()).stream()
                .filter(due -> isUnrecorded(due, file) && !now.isBefore(due.by()))
                .map(due -> new MissedDuty(report, due.clock(), due.lastDay()));
    }

    private static boolean isUnrecorded(Due due, CaseFile file) {
        return due.duty() && due.isRunning() && !file.progress.missed().contains(due.clock());
    }
}
