package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.Rejection;
import id.kulkul.command.channel.ChannelRejection;
import id.kulkul.command.flood.FloodRejection;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.command.staff.StaffRejection;
import id.kulkul.web.bus.Absent;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
    static Stream<Rejection> everyRejection() {
        return Stream.of(
                        ReportRejection.values(),
                        StaffRejection.values(),
                        ChannelRejection.values(),
                        FloodRejection.values(),
                        Absent.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("everyRejection")
    void every_rejection_is_a_mistake_of_the_sender_with_words_in_both_languages(Rejection rejection) {
        assertThat(Refusals.of(rejection).status().is4xxClientError()).isTrue();
        String key = "problem." + rejection.code();
        String indonesian = words(Locale.ROOT).getString(key);
        String english = words(Locale.ENGLISH).getString(key);
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

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/page",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
