package id.kulkul.command.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every version of the rules and calendars that was ever published; versions are added and never changed. */
public final class Policies {
    private static final Comparator<RuleSet> VALID_FROM = Comparator.comparing(RuleSet::validFrom);
    private static final Map<String, RuleSet> RULES =
            PolicyFiles.ruleSets().stream().collect(Collectors.toMap(RuleSet::version, Function.identity()));
    private static final Map<String, WorkingCalendar> CALENDARS =
            PolicyFiles.calendars().stream().collect(Collectors.toMap(WorkingCalendar::version, Function.identity()));

    private Policies() {}

    /** The rules of that version, or nothing if none was ever published under this name. */
    public static Optional<RuleSet> rules(String version) {
        return Optional.ofNullable(RULES.get(version));
    }

    /** The newest rules valid on a day; before the first version, the first. */
    public static RuleSet inForce(LocalDate day) {
        return inForce(RULES.values(), day);
    }

    static RuleSet inForce(Collection<RuleSet> versions, LocalDate day) {
        return versions.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .max(VALID_FROM)
                .orElseGet(() -> versions.stream().min(VALID_FROM).orElseThrow());
    }

    /** The codes of all clocks that any version ever had, in alphabetical order. */
    public static List<String> everyClock() {
        return RULES.values().stream()
                .flatMap(rules -> rules.clocks().stream())
                .map(ClockRule::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** The calendar of that version; throws IllegalArgumentException if none was ever published under this name. */
    public static WorkingCalendar calendar(String version) {
        var calendar = CALENDARS.get(version);
        if (calendar == null) throw new IllegalArgumentException("no calendar " + version);
        return calendar;
    }
}
