package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.Rejection;
import id.kulkul.command.audit.CheckpointRejection;
import id.kulkul.command.flood.FloodRejection;
import id.kulkul.command.loss.LossRejection;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.web.bus.Absent;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
    /** The program refuses these to itself, and nobody reads them. */
    private static final Set<Class<?>> ITS_OWN = Set.of(CheckpointRejection.class, LossRejection.class);

    static Stream<Rejection> everyRejection() {
        return RefusalAnswersTest.everyRefusal().filter(rejection -> !ITS_OWN.contains(rejection.getClass()));
    }

    @ParameterizedTest
    @MethodSource("everyRejection")
    void every_rejection_has_words_in_both_languages(Rejection rejection) throws IOException {
        boolean isBusy = rejection.kind() == Rejection.Kind.BUSY;
        assertThat(Refusals.of(rejection).status().is4xxClientError()).isNotEqualTo(isBusy);
        String key = "problem." + rejection.code();
        String indonesian = Words.messageSource().getMessage(key, null, Languages.INDONESIAN);
        String english = Words.messageSource().getMessage(key, null, Locale.ENGLISH);
        assertThat(english).isNotBlank().isNotEqualTo(indonesian);
    }

    @Test
    void a_report_that_someone_may_not_know_of_is_answered_like_one_that_does_not_exist() {
        Refused hidden = Refusals.of(ReportRejection.NOT_A_RECIPIENT);
        Refused unknown = Refusals.of(Absent.UNKNOWN);
        assertThat(hidden.status()).isEqualTo(unknown.status());
        assertThat(hidden.code()).isEqualTo(unknown.code()).isEqualTo("reports/unknown");
        assertThat(Refusals.of(FloodRejection.NOT_A_READER).code()).isEqualTo("reports/unknown");
    }
}
