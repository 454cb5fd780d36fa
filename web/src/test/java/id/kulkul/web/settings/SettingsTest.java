package id.kulkul.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class SettingsTest {
    private static final Path SOURCE = Path.of("src/main/java/id/kulkul/web/settings/Settings.java");

    private static final Settings.Government UNKNOWN =
            new Settings.Government(null, null, null, List.of(), null, null, null, null, null);

    @Test
    void who_sets_nothing_gets_what_the_program_has_always_done() {
        assertThat(Settings.of(new MockEnvironment()))
                .isEqualTo(new Settings(
                        null,
                        null,
                        null,
                        false,
                        new Settings.Health(-1),
                        Map.of(),
                        Duration.ofSeconds(10),
                        200,
                        DataSize.ofMegabytes(1),
                        false,
                        "",
                        null,
                        DataSize.ofGigabytes(2),
                        null,
                        null,
                        DataSize.ofMegabytes(64),
                        null,
                        null,
                        UNKNOWN,
                        "https://www.bmkg.go.id/"));
    }

    @Test
    void every_setting_is_read_by_the_name_that_it_has_had() {
        assertThat(Settings.of(new MockEnvironment()
                        .withProperty("kulkul.home", "/home")
                        .withProperty("kulkul.keys", "/keys")
                        .withProperty("kulkul.seen", "/seen")
                        .withProperty("kulkul.demo", "true")
                        .withProperty("kulkul.health.port", "8081")
                        .withProperty("kulkul.marks.wbs", "1h")
                        .withProperty("kulkul.marks.open", "3s")
                        .withProperty("kulkul.watch", "200ms")
                        .withProperty("kulkul.recheck", "0")
                        .withProperty("kulkul.recheck-ciphertexts", "100MB")
                        .withProperty("kulkul.rebuild", "true")
                        .withProperty("kulkul.restored", "0123abcd")
                        .withProperty("kulkul.clock-confirmed", "2026-11-27")
                        .withProperty("kulkul.spare-texts", "0B")
                        .withProperty("kulkul.spare", "1000000TB")
                        .withProperty("kulkul.attachments-a-day", "4MB")
                        .withProperty("kulkul.largest", "512MB")
                        .withProperty("kulkul.connections", "30")
                        .withProperty("kulkul.streams", "0")
                        .withProperty("kulkul.government.name", "Kabupaten Rekaan")
                        .withProperty("kulkul.government.office", "Inspektorat Daerah")
                        .withProperty("kulkul.government.address", "Jalan Contoh 1,Senin sampai Jumat")
                        .withProperty("kulkul.government.phone", "(0000) 000 000")
                        .withProperty("kulkul.government.mail", "kulkul@rekaan.example")
                        .withProperty("kulkul.government.law", "https://rekaan.example/hukum")
                        .withProperty("kulkul.government.privacy", "https://rekaan.example/privasi")
                        .withProperty("kulkul.government.accessibility", "https://rekaan.example/akses")
                        .withProperty("kulkul.exit", "http://localhost:1/")))
                .isEqualTo(new Settings(
                        Path.of("/home"),
                        Path.of("/keys"),
                        Path.of("/seen"),
                        true,
                        new Settings.Health(8081),
                        Map.of(LogName.WBS, Duration.ofHours(1), LogName.OPEN, Duration.ofSeconds(3)),
                        Duration.ofMillis(200),
                        0,
                        DataSize.ofMegabytes(100),
                        true,
                        "0123abcd",
                        LocalDate.parse("2026-11-27"),
                        DataSize.ofTerabytes(1_000_000),
                        DataSize.ofBytes(0),
                        DataSize.ofMegabytes(4),
                        DataSize.ofMegabytes(512),
                        30,
                        0,
                        new Settings.Government(
                                "Kabupaten Rekaan",
                                "Inspektorat Daerah",
                                null,
                                List.of("Jalan Contoh 1", "Senin sampai Jumat"),
                                "(0000) 000 000",
                                "kulkul@rekaan.example",
                                "https://rekaan.example/hukum",
                                "https://rekaan.example/privasi",
                                "https://rekaan.example/akses"),
                        "http://localhost:1/"));
    }

    static Stream<String> everySetting() {
        return Stream.of(Settings.class, Settings.Health.class, Settings.Government.class)
                .flatMap(settings -> Stream.of(settings.getRecordComponents()))
                .map(component -> component.getName());
    }

    /** The configuration processor makes of it what an editor shows. */
    @ParameterizedTest
    @MethodSource("everySetting")
    void every_setting_is_described(String component) throws IOException {
        assertThat(Files.readString(SOURCE)).containsPattern("@param " + component + " [A-Z].{15,}");
    }
}
