package id.kulkul.web.audit;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of cases as comma-separated values (RFC 4180), for a report that somebody writes with a spreadsheet: a cell
 * that such a program would take for a formula begins with an apostrophe, and so does what would begin a cell where the
 * program divides at semicolons, as it does in Indonesian.
 */
final class CaseTable {
    private static final Pattern FORMULA = Pattern.compile("(^|[;,\\t\\r\\n])(\\s*)([=+@-])");

    private CaseTable() {}

    /** The header and one line for each row, all with the same cells. */
    static String of(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows)
                .map(row -> row.stream().map(CaseTable::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).replaceAll("$1$2'$3");
        boolean quoted = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).anyMatch(safe::contains);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
