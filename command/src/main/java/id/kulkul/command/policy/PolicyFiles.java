package id.kulkul.command.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the published versions, which the file {@code versions.txt} lists, from the resources beside this class. */
final class PolicyFiles {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private PolicyFiles() {}

    static List<RuleSet> ruleSets() {
        return named(".json").map(name -> parsed(text(name))).toList();
    }

    static List<WorkingCalendar> calendars() {
        return named(".tsv").map(name -> calendar(text(name))).toList();
    }

    private static Stream<String> named(String ending) {
        return text("versions.txt").lines().filter(name -> name.endsWith(ending));
    }

    private static RuleSet parsed(String json) {
        try {
            return JSON.treeToValue(FirstShape.read(JSON.readTree(json)), RuleSet.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** First line: version, first day, last day; every other line one holiday; tab separated, # starts a remark. */
    private static WorkingCalendar calendar(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
        var head = lines.get(0);
        var holidays = lines.stream()
                .skip(1)
                .map(PolicyFiles::holiday)
                .collect(Collectors.toMap(Holiday::date, Function.identity()));
        return new WorkingCalendar(head[0], LocalDate.parse(head[1]), LocalDate.parse(head[2]), holidays);
    }

    private static Holiday holiday(String[] cells) {
        var kind = Holiday.Kind.valueOf(cells[1]);
        return new Holiday(
                LocalDate.parse(cells[0]),
                kind,
                cells[2],
                cells[3],
                cells[4],
                Boolean.parseBoolean(cells[5]),
                cells[6]);
    }

    private static String text(String name) {
        try (var stream = PolicyFiles.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("missing resource " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
