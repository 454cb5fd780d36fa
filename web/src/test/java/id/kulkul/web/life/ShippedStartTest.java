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
                        "ReadWritePaths=/var/lib/kulkul /var/lib/kulkul-seen",
                        "CapabilityBoundingSet=")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute="))
                .anyMatch(line -> line.startsWith("# " + Ending.CODE + ":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/kulkul.service", "docker/Dockerfile"})
    void what_was_signed_last_lies_apart_from_data_and_keys(String shipped) throws IOException {
        assertThat(Files.readString(PROJECT.resolve(shipped))).contains("--kulkul.seen=");
    }

    @Test
    void only_this_machine_is_listened_to_unless_something_stands_between() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("docker/kulkul.service"))).contains("--server.address=127.0.0.1");
        assertThat(Files.readString(PROJECT.resolve("docker/Dockerfile"))).contains("\"--server.address=0.0.0.0\"");
        assertThat(Files.readString(PROJECT.resolve("docker/compose.yaml"))).contains("\"127.0.0.1:8080:8080\"");
    }

    @Test
    void every_compose_file_starts_it_again() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("docker/compose.yaml"))).contains("restart: unless-stopped");
    }
}
