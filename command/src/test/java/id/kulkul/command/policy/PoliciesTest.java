package id.kulkul.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kulkul.command.EventNames;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportRules;
import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final RuleSet FIRST = Policies.rules("wbs-2026.1").orElseThrow();
    private static final RuleSet TENTH = from("wbs-2026.10", LocalDate.of(2027, 1, 1));
    private static final RuleSet SECOND = from("wbs-2026.2", LocalDate.of(2026, 7, 1));

    @Test
    void every_file_of_the_list_is_read_under_the_version_that_it_is_named_after() throws IOException {
        assertThat(PolicyFiles.ruleSets())
                .isNotEmpty()
                .extracting(rules -> rules.version() + ".json")
                .containsExactlyElementsOf(listed(".json"));
        assertThat(PolicyFiles.calendars())
                .isNotEmpty()
                .extracting(calendar -> calendar.version() + ".tsv")
                .containsExactlyElementsOf(listed(".tsv"));
    }

    /** A signed list may name the digest of the rules in force: a version that is published is never written anew. */
    @ParameterizedTest
    @CsvSource({
        "wbs-2026.1.json, 8d36ed53c9128524ffbbfb8dec1efe6225c4a6bd8196c815357d18d9e33da711",
        "bali-2026.1.tsv, a56921606bcb55bb2485286603cf2cc8522d77d73f2c14469332e15eff3229a9"
    })
    void what_is_published_keeps_its_bytes(String name, String digest) throws IOException {
        try (var file = Policies.class.getResourceAsStream(name)) {
            assertThat(Digest.sha256(Objects.requireNonNull(file).readAllBytes())
                            .hex())
                    .isEqualTo(digest);
        }
    }

    /** A clock that waits for an event of no name would never end, and its miss would be recorded for ever. */
    @Test
    void every_event_that_rules_name_is_stored_under_that_name() {
        for (var rules : PolicyFiles.ruleSets())
            assertThat(EventNames.standard().all()).as(rules.version()).containsAll(events(rules));
    }

    /** The stored names of all events that its clocks name. */
    private static Set<String> events(RuleSet rules) {
        return rules.clocks().stream().flatMap(PoliciesTest::events).collect(Collectors.toSet());
    }

    private static Stream<String> events(ClockRule clock) {
        return Stream.of(
                        Stream.of(clock.start()),
                        Stream.ofNullable(clock.restart()),
                        Stream.ofNullable(clock.latestStart()).map(ClockRule.Latest::after),
                        Stream.ofNullable(clock.extension()).map(ClockRule.Extension::by),
                        clock.ends().stream(),
                        clock.pauses().stream()
                                .flatMap(pause -> Stream.concat(Stream.of(pause.from()), pause.until().stream())))
                .flatMap(events -> events);
    }

    @Test
    void an_event_means_something_exactly_where_a_rule_names_it() {
        for (var rules : PolicyFiles.ruleSets())
            for (var event : EventNames.standard().all())
                assertThat(rules.knows(event)).as(event).isEqualTo(events(rules).contains(event));
    }

    @Test
    void every_version_for_reports_has_what_a_report_asks_of_it() {
        for (var rules : PolicyFiles.ruleSets()) {
            if (!rules.family().equals(ReportRules.FAMILY)) continue;
            assertThat(ReportRules.categories(rules)).contains("other");
            assertThat(ReportRules.objectionDays(rules)).isPositive();
            for (var act : ReportAct.values())
                assertThat(ReportRules.gives(rules, act)).isNotNull();
            for (var clock : List.of(ReportRules.ACKNOWLEDGE, ReportRules.FEEDBACK))
                assertThat(rules.clock(clock).duty()).isTrue();
        }
    }

    @Test
    void a_calendar_holds_every_day_of_its_file_but_no_remark() {
        var bali = PolicyFiles.calendars().getFirst();
        assertThat(bali.from()).isEqualTo("2026-01-01");
        assertThat(bali.until()).isEqualTo("2027-12-31");
        assertThat(bali.holidays())
                .containsKey(LocalDate.of(2026, 1, 1))
                .isEqualTo(Policies.calendar(bali.version()).holidays());
    }

    @Test
    void the_newest_rules_that_are_valid_on_a_day_are_in_force_whatever_they_are_called() {
        var versions = List.of(TENTH, FIRST, SECOND);
        assertThat(Policies.inForce(versions, "wbs", LocalDate.of(2026, 6, 30))).isSameAs(FIRST);
        assertThat(Policies.inForce(versions, "wbs", LocalDate.of(2026, 7, 1))).isSameAs(SECOND);
        assertThat(Policies.inForce(versions, "wbs", LocalDate.of(2030, 1, 1))).isSameAs(TENTH);
    }

    @Test
    void before_all_rules_the_first_ones_count() {
        assertThat(Policies.inForce(List.of(TENTH, FIRST, SECOND), "wbs", LocalDate.of(2020, 1, 1)))
                .isSameAs(FIRST);
    }

    @Test
    void every_clock_that_any_version_has_is_named_once_and_in_order() {
        assertThat(Policies.everyClock("wbs"))
                .containsAll(FIRST.clocks().stream().map(ClockRule::code).toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /**
     * The day on which a second kind of case gets its rules, no report may be refused, and none may keep the days of
     * the other.
     */
    @Test
    void two_families_of_rules_never_answer_for_each_other() {
        var other = new RuleSet(
                "information",
                "information-2026.1",
                LocalDate.of(2026, 6, 1),
                FIRST.calendar(),
                Map.of(),
                Map.of("category", List.of("public-information")),
                List.of());
        var versions = List.of(FIRST, other);
        var later = LocalDate.of(2026, 11, 27);
        assertThat(Policies.inForce(versions, "wbs", later)).isSameAs(FIRST);
        assertThat(Policies.inForce(versions, "information", later)).isSameAs(other);
        assertThat(Policies.everyClock(versions, "information")).isEmpty();
        assertThat(Policies.everyClock(versions, "wbs")).hasSameSizeAs(FIRST.clocks());
        assertThatIllegalArgumentException().isThrownBy(() -> Policies.inForce(versions, "tender", later));
    }

    @Test
    void a_version_answers_only_for_what_stands_in_it() {
        assertThat(FIRST.codes("category")).contains("bribery");
        assertThat(FIRST.number("objection-days")).isPositive();
        assertThat(FIRST.clock("triage").code()).isEqualTo("triage");
        assertThatIllegalArgumentException().isThrownBy(() -> FIRST.codes("lunch"));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRST.number("lunch"));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRST.clock("lunch"));
    }

    private static RuleSet from(String version, LocalDate validFrom) {
        return new RuleSet(
                FIRST.family(), version, validFrom, FIRST.calendar(), FIRST.numbers(), FIRST.codes(), FIRST.clocks());
    }

    private static List<String> listed(String ending) throws IOException {
        try (var list = Objects.requireNonNull(PolicyFiles.class.getResourceAsStream("versions.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }
}
