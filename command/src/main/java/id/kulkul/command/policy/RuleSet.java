package id.kulkul.command.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The dated rules of one kind of case: a case keeps the version that was in force when it was received.
 *
 * @param family the kind of case that these rules are for, such as {@code wbs}; rules of two families never answer for
 *     each other
 * @param numbers the numbers of the law that are no clock, by name
 * @param codes what may be chosen from, by the name of the choice
 */
public record RuleSet(
        String family,
        String version,
        LocalDate validFrom,
        String calendar,
        Map<String, Integer> numbers,
        Map<String, List<String>> codes,
        List<ClockRule> clocks) {
    public RuleSet {
        numbers = Map.copyOf(numbers);
        codes = Map.copyOf(codes);
        clocks = List.copyOf(clocks);
    }

    /** The calendar that this version counts with. */
    public WorkingCalendar workingCalendar() {
        return Policies.calendar(calendar);
    }

    /** A number of the law; throws IllegalArgumentException where this version has none of that name. */
    public int number(String name) {
        var number = numbers.get(name);
        if (number == null) throw new IllegalArgumentException(version + " has no number " + name);
        return number;
    }

    /**
     * What may be chosen from, in the order of the rules; throws IllegalArgumentException where this version has no
     * such choice.
     */
    public List<String> codes(String choice) {
        var found = codes.get(choice);
        if (found == null) throw new IllegalArgumentException(version + " has no codes " + choice);
        return found;
    }

    /** The rule of a clock; throws IllegalArgumentException where this version has no such clock. */
    public ClockRule clock(String code) {
        return clocks.stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(version + " has no clock " + code));
    }

    /** Whether an event means something to any clock; asked of each event of each case, so it makes nothing new. */
    boolean knows(String event) {
        for (var clock : clocks) if (clock.knows(event)) return true;
        return false;
    }
}
