package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayBudgetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private Path file;

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = folder.resolve("attachments-today");
    }

    @Test
    void what_is_used_up_is_free_again_the_next_day() {
        var budget = new DayBudget(file, 1600);
        budget.take(TODAY, 1599);
        assertThat(budget.isUsedUp(TODAY)).isFalse();
        budget.take(TODAY, 1);
        assertThat(budget.isUsedUp(TODAY)).isTrue();
        assertThat(budget.isUsedUp(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void what_was_not_kept_does_not_count_and_never_for_another_day() {
        var budget = new DayBudget(file, 1600);
        budget.take(TODAY, 1600);
        budget.giveBack(TODAY, 100);
        assertThat(budget.isUsedUp(TODAY)).isFalse();
        budget.take(TODAY.plusDays(1), 1600);
        budget.giveBack(TODAY, 1000);
        assertThat(budget.isUsedUp(TODAY.plusDays(1))).isTrue();
    }

    @Test
    void a_restart_knows_the_sixteenth_that_was_begun() {
        new DayBudget(file, 1600).take(TODAY, 1501);
        assertThat(new DayBudget(file, 1600).isUsedUp(TODAY)).isTrue();
        assertThat(new DayBudget(file, 1600).isUsedUp(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void the_file_tells_the_day_and_a_sixteenth_and_nothing_finer() throws IOException {
        var budget = new DayBudget(file, 1600);
        budget.take(TODAY, 10);
        assertThat(file).hasContent("2026-11-26 1\n");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
        Files.delete(file);
        budget.take(TODAY, 80);
        assertThat(file).doesNotExist();
        budget.take(TODAY, 11);
        assertThat(file).hasContent("2026-11-26 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-", "2026-11-26", "2026-11-26 many", "2026-11-26 99999999999", "\u0000"})
    void a_torn_file_says_nothing(String torn) throws IOException {
        Files.writeString(file, torn, StandardCharsets.UTF_8);
        assertThat(new DayBudget(file, 1600).isUsedUp(TODAY)).isFalse();
    }

    @Test
    void a_disk_that_takes_no_note_hinders_nobody() throws IOException {
        Files.createDirectory(file);
        var budget = new DayBudget(file, 1600);
        budget.take(TODAY, 100);
        assertThat(budget.isUsedUp(TODAY)).isFalse();
    }

    @Test
    void a_budget_of_nothing_is_used_up() {
        assertThat(new DayBudget(file, 0).isUsedUp(TODAY)).isTrue();
    }
}
