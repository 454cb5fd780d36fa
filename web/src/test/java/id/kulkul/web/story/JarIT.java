package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the jar: only what the embedded program uses, and a bill of materials that names it. */
@Tag("page")
@Tag("build")
class JarIT {
    private static final Path JAR = Path.of("target", "kulkul.jar");

    @Test
    void nothing_travels_in_it_that_the_embedded_program_does_not_use() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(libraries(jar))
                    .isNotEmpty()
                    .noneMatch(
                            name -> name.matches(
                                    ".*(xstream|xpp3|mxparser|quic|http3|grpc|protobuf|axonserver|axon-server|hibernate-validator|osx|windows).*"));
        }
    }

    @Test
    void its_bill_of_materials_names_every_library() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            String bill = new String(
                    jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"");
            for (String library : libraries(jar)) {
                String name = library.replaceFirst("-\\d.*", "");
                if (!name.equals("spring-boot-jarmode-tools")) assertThat(bill).contains("\"" + name + "\"");
            }
        }
    }

    private static List<String> libraries(ZipFile jar) {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }
}
