package id.kulkul.web.seen;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.LogName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A declared loss is told for ever, in the words of its own time. */
class DeclaredLossesTest {
    private static final LossesId ID = LossesId.of(Past.TENANT);
    private static final String ORIGIN = "kulkul/" + "%032x".formatted(0) + "/wbs";

    @TempDir
    Path folder;

    private final Past past = new Past();

    private DeclaredLosses losses() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/page");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        var losses = new DeclaredLosses(past, words);
        losses.read(ID);
        return losses;
    }

    private String told(String language) {
        return String.join("\n", losses().in(Locale.forLanguageTag(language)));
    }

    private Optional<String> day() {
        return losses().dayOfReports(Locale.ENGLISH);
    }

    @Test
    void the_closed_origin_and_the_new_one_are_named() throws IOException {
        Seen seen = new Seen(folder);
        past.leaves.publishThrough(seen);
        past.report().sign();
        Past older = past.copy();
        past.report().sign();
        past.declare(Difference.between(seen, older.leaves, older.size(), new TreeSet<>()));
        String origin = past.leaves.signedOrigin(LogName.WBS).text();
        assertThat(told("id"))
                .contains("log wbs pernah ditandatangani sampai 16 catatan sebagai " + origin + ".")
                .contains("dilanjutkan dari 8 catatan sebagai " + origin + "/2.");
        assertThat(told("en")).contains("the log goes on from 8 records as " + origin + "/2.");
    }

    @Test
    void a_first_declaration_without_another_origin_is_told_as_it_was() {
        declared("{\"losses\":\"" + ID + "\",\"oldOrigin\":\"" + ORIGIN + "\",\"lastWitnessedSize\":16,\"root\":\""
                + "00".repeat(32) + "\",\"restoredSize\":8}");
        assertThat(told("en")).contains("the log wbs had been signed up to 16 records and went on from 8 records.");
    }

    @Test
    void a_record_that_cannot_be_read_is_told_too() {
        declared("{}");
        assertThat(told("en")).contains("its record can no longer be read");
    }

    @Test
    void reporters_are_told_the_day_of_a_loss_with_which_reports_may_have_gone() {
        assertThat(day()).isEmpty();
        declared("{\"losses\":\"" + ID + "\",\"oldOrigin\":\"" + ORIGIN.replace("/wbs", "/bids")
                + "\",\"lastWitnessedSize\":16,\"root\":\"" + "00".repeat(32) + "\",\"restoredSize\":8}");
        assertThat(day()).isEmpty();
        String bids = told("en");
        declared("{\"losses\":\"" + ID + "\",\"oldOrigin\":\"" + ORIGIN + "\",\"lastWitnessedSize\":16,\"root\":\""
                + "00".repeat(32) + "\",\"restoredSize\":8}");
        assertThat(told("en")).startsWith(bids).contains(day().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"contents-lost, {}", "log-restored, {}"})
    void lost_contents_and_a_record_that_cannot_be_read_may_have_taken_reports(String name, String payload) {
        declared(name, payload);
        assertThat(day()).isPresent();
    }

    private void declared(String payload) {
        declared("log-restored", payload);
    }

    private void declared(String name, String payload) {
        past.append("losses", ID.value(), name, payload.getBytes(StandardCharsets.UTF_8));
    }
}
