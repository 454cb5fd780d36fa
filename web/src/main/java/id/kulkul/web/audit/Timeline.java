package id.kulkul.web.audit;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * The moments of one case: its stored events that a checkpoint covers, in their order.
 *
 * @param sound how many of the first moments are still what was signed for, with none missing before them
 * @param missing the index of the first event that a checkpoint covers and that is no longer stored
 */
record Timeline(ReportId report, List<Indexes.Moment> moments, int sound, OptionalLong missing) {
    /** The moments of a case, read from the stored rows and not from anything that was made of them. */
    static Timeline of(ReportId report, StoredEvents history, Leaves leaves) {
        List<Indexes.Moment> moments = new ArrayList<>();
        long covered = leaves.covered(LogName.WBS, report.value());
        int whole = Integer.MAX_VALUE;
        OptionalLong missing = OptionalLong.empty();
        for (long sequence = 0; sequence < covered; sequence++) {
            OptionalLong index = leaves.leafIndexOf(LogName.WBS, report.value(), sequence);
            Optional<StoredEvent> row = history.one("report", report.toString(), sequence);
            if (index.isPresent() && row.isPresent()) {
                moments.add(new Indexes.Moment(index.getAsLong(), row.get()));
            } else {
                whole = Math.min(whole, moments.size());
                if (missing.isEmpty()) missing = index;
            }
        }
        if (covered == 0) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return new Timeline(report, List.copyOf(moments), Math.min(whole, sound(moments, leaves)), missing);
    }

    private static int sound(List<Indexes.Moment> moments, Leaves leaves) {
        int sound = 0;
        for (Indexes.Moment moment : moments) {
            if (!leaves.holds(LogName.WBS, moment.index(), moment.event())) return sound;
            sound++;
        }
        return sound;
    }

    /** What the logs are known to lack, and what this case lacks where they do not say so yet. */
    List<Damage> damages(List<Damage> ofLogs) {
        if (missing.isEmpty()) return ofLogs;
        Damage own = new Damage(LogName.WBS, missing.getAsLong(), false);
        return Stream.concat(ofLogs.stream(), Stream.of(own)).distinct().toList();
    }

    /** Whether all that was signed for is still there. */
    boolean isWhole() {
        return sound == moments.size() && missing.isEmpty();
    }

    /** Whether every row up to a moment is still what was signed for; nothing else is told as history. */
    boolean isSoundUpTo(int ordinal) {
        return ordinal < sound;
    }

    /** The ordinal of the last moment of the case up to an index. */
    int upTo(long index) {
        int found = -1;
        for (int i = 0; i < moments.size() && moments.get(i).index() <= index; i++) found = i;
        if (found < 0) throw new Refused(HttpStatus.NOT_FOUND, "audit/before-case");
        return found;
    }

    /** Whether the moment before carries a later hour, as after a clock that was ahead. */
    boolean wentBackAt(Indexes.Moment moment) {
        int ordinal = moments.indexOf(moment);
        return ordinal > 0
                && moment.event()
                        .time()
                        .isBefore(moments.get(ordinal - 1).event().time());
    }

    Indexes.Moment get(int ordinal) {
        return moments.get(ordinal);
    }

    int last() {
        return moments.size() - 1;
    }

    /** The indexes of the moments that fit. */
    List<Long> indexes(Predicate<StoredEvent> wanted) {
        return moments.stream()
                .filter(moment -> wanted.test(moment.event()))
                .map(Indexes.Moment::index)
                .toList();
    }
}
