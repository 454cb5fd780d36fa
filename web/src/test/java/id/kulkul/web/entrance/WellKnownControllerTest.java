package id.kulkul.web.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WellKnownControllerTest {
    private final MockEnvironment told = new MockEnvironment();

    private WellKnownController site() {
        return new WellKnownController(
                Settings.of(told), Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void a_hole_is_told_to_the_office_for_less_than_a_year() {
        told.setProperty("kulkul.government.mail", "kulkul@rekaan.example");
        assertThat(site().security())
                .contains("Contact: mailto:kulkul@rekaan.example\n", "Expires: 2027-05-27T00:00:00Z\n");
    }

    @Test
    void an_office_without_mail_promises_nothing() {
        assertThatThrownBy(() -> site().security()).isInstanceOf(Refused.class);
    }

    @Test
    void a_search_engine_is_kept_from_what_is_for_people_alone() {
        assertThat(site().robots())
                .contains("Disallow: /kotak", "Disallow: /kerja")
                .doesNotContain("/lapor");
    }
}
