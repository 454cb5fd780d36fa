package id.kulkul.web.clock;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.clock.ClockDoubt.Cause;
import id.kulkul.web.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ClockSideTest {
    /** Half past midnight in Bali, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-26T16:30:00Z");

    /** A history of one event. */
    private record Stored(Instant time) implements StoredEvents {
        @Override
        public List<StoredEvent> read(Position from, int max) {
            return List.of(new StoredEvent(
                    Position.FIRST,
                    new UUID(0, 1),
                    "report",
                    "0",
                    0,
                    "report-submitted",
                    "1",
                    time,
                    new byte[0],
                    Map.of()));
        }

        @Override
        public Optional<StoredEvent> one(String aggregate, long sequence) {
            return Optional.empty();
        }

        @Override
        public long size() {
            return 1;
        }
    }

    private static ClockWatch watch(Duration since, Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return ClockSide.clockWatch(
                Clock.fixed(NOW, ZoneOffset.UTC), new Stored(NOW.minus(since)), Settings.of(environment));
    }

    @Test
    void the_last_stored_event_says_what_time_it_was() {
        assertThat(watch(Duration.ofHours(23), Map.of()).isCertain()).isTrue();
        var weekend = watch(Duration.ofDays(3), Map.of());
        assertThat(weekend.doubt().orElseThrow().cause()).isEqualTo(Cause.LONG_AFTER_LAST_EVENT);
        assertThat(weekend.forMarks()).isBefore(NOW.minus(Duration.ofDays(2)));
        assertThat(watch(Duration.ofDays(-3), Map.of()).doubt().orElseThrow().cause())
                .isEqualTo(Cause.BEFORE_LAST_EVENT);
    }

    @Test
    void an_operator_confirms_the_day_that_it_is_in_bali() {
        var confirmed = watch(Duration.ofDays(3), Map.of("kulkul.clock-confirmed", "2026-11-27"));
        assertThat(confirmed.isCertain()).isTrue();
        assertThat(confirmed.forMarks()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2026-11-28", ""})
    void any_other_day_confirms_nothing(String word) {
        assertThat(watch(Duration.ofDays(3), Map.of("kulkul.clock-confirmed", word))
                        .isCertain())
                .isFalse();
    }

    @Test
    void a_demonstration_goes_on_with_its_marks_whenever_it_is_started() {
        var demonstration = watch(Duration.ofDays(300), Map.of("kulkul.demo", "true"));
        assertThat(demonstration.forMarks()).isEqualTo(NOW);
        assertThat(demonstration.isCertain()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void every_doubt_has_its_words_in_both_languages(Cause cause) {
        for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH))
            assertThat(ResourceBundle.getBundle(
                                    "messages.clock",
                                    language,
                                    ResourceBundle.Control.getNoFallbackControl(
                                            ResourceBundle.Control.FORMAT_PROPERTIES))
                            .getString("clockdoubt." + cause))
                    .contains("{0}", "{1}");
    }
}
