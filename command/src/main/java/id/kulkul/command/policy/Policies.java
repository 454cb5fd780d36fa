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

    /**
     * The newest rules of a family that are valid on a day; before its first version, the first.
     *
     * @throws IllegalArgumentException where nothing was ever published for that family
     */
    public static RuleSet inForce(String family, LocalDate day) {
        return inForce(RULES.values(), family, day);
    }

    static RuleSet inForce(Collection<RuleSet> versions, String family, LocalDate day) {
        var own =
                versions.stream().filter(rules -> rules.family().equals(family)).toList();
        return own.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .max(VALID_FROM)
                .or(() -> own.stream().min(VALID_FROM))
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + family));
    }

    /** The codes of all clocks that any version of a family ever had, in alphabetical order. */
    public static List<String> everyClock(String family) {
        return everyClock(RULES.values(), family);
    }

    /** How long any clock of any version of a family runs, extended or not, each length once. */
    public static List<Length> everyLength(String family) {
        return RULES.values().stream()
                .filter(rules -> rules.family().equals(family))
                .flatMap(rules -> rules.clocks().stream())
                .flatMap(ClockRule::lengths)
                .distinct()
                .toList();
    }

    static List<String> everyClock(Collection<RuleSet> versions, String family) {
        return versions.stream()
                .filter(rules -> rules.family().equals(family))
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
