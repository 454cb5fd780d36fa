package id.kulkul.query.clock;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Milestone;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.clock.ClockQuery.Overdue;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** The next day on which a duty of each report runs out; what is past and unrecorded is the sweeper's work. */
@ProcessingGroup(DueBoard.GROUP)
public final class DueBoard {
    /** The name of the processor. */
    public static final String GROUP = "due-board";

    /** What a report has reached, and which missed duties are recorded; its next last day is found when it is written. */
    @JsonIgnoreProperties(value = "nextDay", allowGetters = true)
    record Dues(ReportId report, String rules, EnumMap<Milestone, Instant> reached, TreeSet<String> recorded) {

        Dues after(ReportEvent event, Instant at) {
            if (event.milestone().isEmpty() && !(event instanceof DeadlineMissed)) return this;
            var milestones = reached.clone();
            event.milestone().ifPresent(milestone -> milestones.putIfAbsent(milestone, at));
            var marks = new TreeSet<>(recorded);
            if (event instanceof DeadlineMissed missed) marks.add(missed.clock());
            var version = event instanceof ReportSubmitted submitted ? submitted.rules() : rules;
            return new Dues(report, version, milestones, marks);
        }

        @JsonProperty
        @Nullable
        LocalDate nextDay() {
            return Policies.rules(rules)
                    .flatMap(version -> Clocks.nextDuty(version, reached, recorded))
                    .orElse(null);
        }

        private Stream<Due> running() {
            return Policies.rules(rules).map(version -> Clocks.of(version, reached)).orElse(List.of()).stream()
                    .filter(due -> due.duty() && due.doneOn() == null && !recorded.contains(due.clock()));
        }

        Stream<MissedDuty> missed(LocalDate today) {
            return running()
                    .filter(due -> due.lastDay().isBefore(today))
                    .map(due -> new MissedDuty(report, due.clock(), due.lastDay()));
        }
    }

    private static final Shelf<Dues> DUES = Shelf.current("report_dues", Dues.class, "nextDay");
    private static final int MOST = 500;

    private final ReadStore store;

    public DueBoard(ReadStore store) {
        this.store = store;
        store.prepare(DUES);
    }

    @EventHandler
    void on(ReportEvent event, @Timestamp Instant at, TrackingToken token) {
        var position = token.position().orElseThrow();
        var key = event.report().toString();
        var held = store.one(DUES, key)
                .orElseGet(() ->
                        new Held<>(-1, new Dues(event.report(), "", new EnumMap<>(Milestone.class), new TreeSet<>())));
        if (held.from() < position)
            store.put(DUES, key, position, held.document().after(event, at));
    }

    @QueryHandler
    List<MissedDuty> answer(Overdue query) {
        var past =
                Where.atMost(MOST).before("nextDay", query.today().toString()).orderedBy("nextDay");
        return store.all(DUES, past).stream()
                .flatMap(dues -> dues.missed(query.today()))
                .limit(MOST)
                .toList();
    }
}
