package id.kulkul.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which files of the program know protected reports, beside their own: a new kind of case changes the first of them,
 * and need not touch the rest. A file that begins to know a report is named here, or better freed.
 */
class NewKindTest {
    private static final List<String> MODULES = List.of("crypto", "command", "query", "web");

    /** The lines that each kind of case has in the lists and tables of all. */
    private static final Set<String> CHANGED = Set.of(
            "command/Aggregates.java",
            "command/policy/versions.txt",
            "crypto/log/event-types.tsv",
            "query/QuerySide.java",
            "web/audience/Audience.java",
            "web/connection/Packing.java",
            "templates/entrance/entrance.html");

    /** Files that know reports for a reason of their own, so that another kind has no line in them. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            entry("command/EventJson.java", "reads the shapes that stored reports had before"),
            entry("command/EventNames.java", "the stored names that are older than the rule for names"),
            entry(
                    "command/policy/FirstShape.java",
                    "reads the rules that were published before they named stored events"),
            entry("crypto/log/EventCheck.java", "a report's id follows from its reporter's keys"),
            entry("crypto/log/HistoryRules.java", "four eyes; a kind with such a rule has one here too"),
            entry("crypto/tools/Delivery.java", "delivers a report from a terminal"),
            entry("web/audit/AsideController.java", "the auditor's page of reports that were set aside"),
            entry("web/audit/HistoryController.java", "the opening of an item, by the end of its name in every kind"),
            entry("web/audit/SettingsAside.java", "the auditor's page of reports that were set aside"),
            entry("web/bus/Absent.java", "the code of whatever is not there is older than other kinds"),
            entry("web/log/ManifestController.java", "whoever seals a report asks for the readers at these addresses"),
            entry("web/store/References.java", "a report is begun with a row in the vault"),
            entry("templates/audit/aside-list.html", "the auditor's page of reports that were set aside"),
            entry("templates/layout.html", "leads to the channel and to its mailbox from every public page"),
            entry("templates/seen/loss.html", "says since when reports may be lost"),
            entry("templates/staff/inbox.html", "shows the lines of a feature that has some"));

    /** The packages, pages and words of protected reports, and of the story that is told of them. */
    private static final Pattern OWN = Pattern.compile(
            "(command|query|web|templates)/(report|flood|mailbox|demo)/.*"
                    + "|web/staff/.*|templates/staff/case\\.html|command/policy/wbs-.*|messages/(report|flood|mailbox|demo)(_en)?\\..*");

    private static final Pattern TYPES =
            Pattern.compile("id\\.kulkul\\.((command|query|web)\\.(report|flood|mailbox)|web\\.staff)\\b");
    private static final Pattern PLACES =
            Pattern.compile("[\"{(]/(lapor|kotak)\\b|wbs-20\\d\\d|~\\{(report|flood|mailbox)/"
                    + "|#\\{\\$?\\{?'?(report|flood|mailbox)\\.|\"(reports?|floods?)\"");

    @Test
    void only_the_lists_of_all_kinds_and_what_has_a_reason_know_protected_reports() {
        var listed = Stream.concat(CHANGED.stream(), REASONS.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(files().filter(NewKindTest::knows).map(NewKindTest::name))
                .as("files that know protected reports")
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void no_file_of_the_program_knows_the_kind_of_the_tests() {
        assertThat(files().filter(file -> text(file).matches("(?s).*(?i:fixture).*")))
                .isEmpty();
    }

    @Test
    void a_file_that_names_a_type_a_stored_name_or_a_page_of_reports_is_found() {
        for (var known : List.of(
                "import id.kulkul.command.report.ReportAct;",
                "row.name().equals(\"item-opened\")",
                "kind.equals(\"report\")",
                "event.findings-drafted=Hasil dicatat",
                "<a th:href=\"@{/lapor}\">",
                "#{${'flood.done.' + done}}"))
            assertThat(names(known)).as(known).isTrue();
        for (var general : List.of(
                "import id.kulkul.command.reporting.Other;", "a report", "kind.equals(\"reporter\")", "the flood"))
            assertThat(names(general)).as(general).isFalse();
    }

    private static boolean knows(Path file) {
        return !OWN.matcher(name(file)).matches() && names(text(file));
    }

    private static boolean names(String text) {
        return TYPES.matcher(text).find()
                || PLACES.matcher(text).find()
                || STORED.matcher(text).find();
    }

    /** The stored names of their events, in quotes or as the last part of a key. */
    private static final Pattern STORED = Pattern.compile(
            EventTypes.standard().events().stream()
                    .filter(event ->
                            Set.of("report", "flood").contains(event.aggregate().name()))
                    .map(event -> Pattern.quote(event.name()))
                    .collect(Collectors.joining("|", "[\"'.\\t\\- ](", ")([\"'=\\t]|$)")),
            Pattern.MULTILINE);

    /** Sources, pages, words and tables; scripts, vectors and pictures are none of a kind's lists. */
    private static Stream<Path> files() {
        return MODULES.stream()
                .flatMap(module -> walk(Path.of("..", module, "src", "main")))
                .filter(file -> file.toString().matches(".*\\.(java|html|properties|tsv|txt|json|yaml)"))
                .filter(file -> !file.toString().matches(".*/(js|static|vectors|receipt|META-INF|demo)/.*"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return list(folder).stream();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** As people call it: without what every file of a module begins with. */
    private static String name(Path file) {
        return file.toString().replaceFirst("^.*/src/main/(java|resources)/(id/kulkul/)?", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
