package id.kulkul.web.audit;

import id.kulkul.web.clock.ClockLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which lines of what was known then read otherwise now. */
final class Changed {
    private static final Map<String, Function<PastView, Object>> FACTS = Map.of(
            "stage", view -> List.of(view.stage(), view.code(), view.pile()),
            "holder", view -> Objects.requireNonNullElse(view.holder(), ""),
            "readers", PastView::readers,
            "lost", PastView::lost,
            "rules", PastView::rules);

    private Changed() {}

    /** The names of the facts and the clocks, these after {@code clock-}. */
    static Set<String> between(PastView then, PastView now) {
        Set<String> changed = new HashSet<>();
        FACTS.forEach((name, fact) -> {
            if (!fact.apply(then).equals(fact.apply(now))) changed.add(name);
        });
        Map<String, ClockLine> today =
                now.clocks().stream().collect(Collectors.toMap(ClockLine::name, Function.identity()));
        for (ClockLine clock : then.clocks()) {
            ClockLine same = today.get(clock.name());
            if (same == null || differs(clock, same)) changed.add("clock-" + clock.name());
        }
        return changed;
    }

    private static boolean differs(ClockLine then, ClockLine now) {
        return !then.date().equals(now.date()) || !then.status().equals(now.status());
    }
}
