package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test of the packaged program is a page test or a story, and a program of its own needs a reason. */
class TiersTest {
    private static final Path HERE = Path.of("src/test/java/id/kulkul/web/story");
    private static final Pattern TIER = Pattern.compile("@Tag\\(\"(page|story)\"\\)");
    private static final Pattern FEATURE = Pattern.compile("@Tag\\(\"(?!page|story)[a-z]+\"\\)");
    private static final Pattern REASON = Pattern.compile("(?s)/\\*\\*.*A program of its own: .*?\\*/.*\\bclass ");
    private static final Set<String> SHARE_THEIRS = Set.of("Demonstration", "Told", "TiersTest");
    private static final Pattern STARTS =
            Pattern.compile("new Packaged[(]|@Demonstration[.]Own |SpringApplication[.]run[(]");
    private static final Pattern LOCKED = Pattern.compile("@Demonstration[.](Quiet|Uncovered) ");

    /** A start takes as long as all that most of these classes do: what can, uses a program that others use too. */
    private static final Set<String> WITH_THEIR_OWN = Set.of(
            "CrowdIT",
            "EveryDoorIT",
            "FailingDiskIT",
            "InterruptedIT",
            "ManyCasesIT",
            "PicturesIT",
            "PlaintextIT",
            "PoliciesIT",
            "RebuildIT",
            "RobbedIT",
            "SealedStoryIT",
            "StoryIT",
            "SurvivalIT");

    @Test
    void every_one_says_its_tier_and_whose_it_is() throws IOException {
        var classes = sources(name -> name.endsWith("IT"));
        assertThat(classes).isNotEmpty().allSatisfy((name, source) -> {
            assertThat(TIER.matcher(source).results()).as("tiers of " + name).hasSize(1);
            assertThat(FEATURE.matcher(source).results())
                    .as("features of " + name)
                    .isNotEmpty();
        });
    }

    @Test
    void whoever_starts_a_program_of_its_own_says_why() throws IOException {
        var starting = sources(name -> !SHARE_THEIRS.contains(name));
        starting.values().removeIf(source -> !STARTS.matcher(source).find());
        assertThat(starting.keySet()).isEqualTo(WITH_THEIR_OWN);
        assertThat(starting)
                .allSatisfy((name, source) ->
                        assertThat(source).as("the reason of " + name).containsPattern(REASON));
    }

    @Test
    void whoever_needs_a_program_that_stands_still_holds_its_lock() throws IOException {
        var locked = sources(name -> name.endsWith("IT"));
        locked.values().removeIf(source -> !LOCKED.matcher(source).find());
        assertThat(locked).isNotEmpty().allSatisfy((name, source) -> assertThat(
                        LOCKED.matcher(source).results().map(found -> found.group(1)
                                .toUpperCase(Locale.ROOT)))
                .as("the lock of " + name)
                .allSatisfy(which ->
                        assertThat(source).containsPattern("@ResourceLock[(].*Demonstration[.]" + which + "\\b")));
    }

    private static Map<String, String> sources(java.util.function.Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(HERE)) {
            List<Path> all = files.toList();
            return all.stream()
                    .filter(file -> wanted.test(name(file)))
                    .collect(Collectors.toMap(TiersTest::name, TiersTest::text));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("(-info)?[.]java$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
