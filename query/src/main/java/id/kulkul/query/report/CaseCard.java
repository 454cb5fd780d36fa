package id.kulkul.query.report;

import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.Progress;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list must know of a case.
 *
 * @param declined when it was refused, unless it was reopened since
 * @param extended whether its investigation was extended
 * @param news whether the reporter has sent something that was given to nobody yet
 * @param objected whether the reporter has answered a refusal
 * @param holder who last acted on it for the office and has not lost access since
 * @param arrived the position at which the report came
 * @param heard the position at which the reporter sent something last
 * @param touched whether anybody of the office has looked into it or dealt with it
 */
record CaseCard(
        ReportId report,
        boolean open,
        ReportStage stage,
        String category,
        String rules,
        Instant received,
        @Nullable Instant declined,
        boolean extended,
        Progress progress,
        List<UUID> readers,
        boolean news,
        boolean objected,
        @Nullable UUID drafter,
        @Nullable UUID holder,
        long arrived,
        long heard,
        boolean touched) {
    /** Where an open case stands among all of them, the oldest first; null for a closed one. */
    @Nullable
    Long place() {
        return open ? arrived : null;
    }

    List<Due> clocks() {
        return Policies.rules(rules)
                .map(version -> Clocks.of(version, progress))
                .orElse(List.of());
    }
}
