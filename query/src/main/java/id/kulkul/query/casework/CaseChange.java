package id.kulkul.query.casework;

import org.jspecify.annotations.Nullable;

/** One difference between two moments of a case; what stands on one side only was added or is gone. */
public sealed interface CaseChange {
    record State(String before, String after) implements CaseChange {}

    record Holder(@Nullable Who before, @Nullable Who after) implements CaseChange {}

    record Reader(@Nullable Who before, @Nullable Who after) implements CaseChange {}

    record Content(@Nullable PastItem before, @Nullable PastItem after) implements CaseChange {}

    record Decision(@Nullable StepRow before, @Nullable StepRow after) implements CaseChange {}

    record Clock(@Nullable ClockRow before, @Nullable ClockRow after) implements CaseChange {}
}
