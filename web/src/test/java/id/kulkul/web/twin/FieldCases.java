package id.kulkul.web.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of what people type into fields, which both sides are held to. */
public final class FieldCases {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|u\\{([0-9a-f]+)}|([rnt]))");

    /** One line of it. */
    public record Case(String rule, String typed, String kept, int length) {}

    private FieldCases() {}

    public static List<Case> all() {
        try (var table = Objects.requireNonNull(FieldCases.class.getResourceAsStream("/twin/fields.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("rule\t"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Case(cells[0], plain(cells[1]), plain(cells[2]), Integer.parseInt(cells[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String cell) {
        return ESCAPE.matcher(cell)
                .replaceAll(
                        found -> Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group(3))));
    }

    private static String character(String unit, String point, String letter) {
        if (unit != null) return String.valueOf((char) Integer.parseInt(unit, 16));
        if (point != null) return Character.toString(Integer.parseInt(point, 16));
        return switch (letter) {
            case "r" -> "\r";
            case "n" -> "\n";
            default -> "\t";
        };
    }
}
