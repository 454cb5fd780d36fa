package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the sources of all modules, because a second use of a cipher is a design and not a bug that a run would show.
 */
class OneCipherTest {
    @Test
    void one_class_alone_encrypts_with_aes() throws IOException {
        assertThat(filesWith("AES/", "\"AES\"", "GCMParameterSpec", "GCMBlockCipher", "AESEngine"))
                .containsExactly("PayloadCipher.java");
    }

    @Test
    void chosen_keys_and_salts_are_for_proofs_and_tools_alone() throws IOException {
        assertThat(filesWith("import id.kulkul.crypto.seal.Resealing;"))
                .allMatch(name -> name.endsWith("Section.java") || name.equals("Deal.java"));
    }

    @Test
    void providers_are_never_put_first_and_bouncy_castle_never_encrypts_in_bulk() throws IOException {
        assertThat(filesWith("insertProviderAt", "BouncyCastleProvider")).isEmpty();
    }

    private static List<String> filesWith(String... texts) throws IOException {
        var names = new ArrayList<String>();
        for (var module : List.of("crypto", "command", "query", "web")) {
            var sources = Path.of("..", module, "src", "main", "java");
            if (Files.isDirectory(sources)) names.addAll(filesWith(sources, texts));
        }
        return names;
    }

    private static List<String> filesWith(Path sources, String... texts) throws IOException {
        try (var files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            Stream.of(texts).anyMatch(text -> content(file).contains(text)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
