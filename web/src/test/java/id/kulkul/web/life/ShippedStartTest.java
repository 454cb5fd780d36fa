package id.kulkul.web.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts the program as it is shipped gets what SECURITY says about a start. */
class ShippedStartTest {
    private static final Path PROJECT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"docker/kulkul.service", "docker/Dockerfile", "README.md", ".github/SECURITY.md"})
    void memory_stays_in_memory_and_its_end_is_the_end(String shipped) throws IOException {
        assertThat(Files.readString(PROJECT.resolve(shipped)))
                .contains(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:+DisableAttachMechanism");
    }

    @Test
    void the_unit_starts_again_what_ended_itself_and_lets_it_write_its_data_only() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("docker/kulkul.service")))
                .contains(
                        "Restart=on-failure",
                        "LimitCORE=0",
                        "UMask=0077",
                        "ProtectSystem=strict",
                        "PrivateTmp=yes",
                        "NoNewPrivileges=yes",
                        "ReadWritePaths=/var/lib/kulkul",
                        "CapabilityBoundingSet=")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute="))
                .anyMatch(line -> line.startsWith("# " + Ending.CODE + ":"));
    }

    @Test
    void every_compose_file_starts_it_again() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("docker/compose.yaml"))).contains("restart: unless-stopped");
    }
}
