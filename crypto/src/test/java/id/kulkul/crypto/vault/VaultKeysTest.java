package id.kulkul.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeysTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void keys_are_made_once_and_read_again() throws IOException {
        var folder = directory.resolve("keys");
        var made = VaultKeys.create(folder);
        var read = VaultKeys.load(folder);
        assertThat(read.kek().epoch()).isEqualTo(1);
        assertThat(read.kek().key().sameAs(made.kek().key())).isTrue();
        assertThat(read.pepper().sameAs(made.pepper())).isTrue();
        assertThat(read.pepper().sameAs(read.kek().key())).isFalse();
    }

    @Test
    void a_key_that_is_there_is_never_replaced() throws IOException {
        var made = VaultKeys.create(directory);
        assertThatThrownBy(() -> VaultKeys.create(directory)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(VaultKeys.load(directory).kek().key().sameAs(made.kek().key()))
                .isTrue();
    }

    @Test
    void keys_are_there_when_both_are() throws IOException {
        assertThat(VaultKeys.exist(directory)).isFalse();
        VaultKeys.create(directory);
        assertThat(VaultKeys.exist(directory)).isTrue();
        for (var lost : new String[] {"kek-1", "pepper"}) {
            var kept = directory.resolve("kept");
            Files.move(directory.resolve(lost), kept);
            assertThat(VaultKeys.exist(directory)).isFalse();
            Files.move(kept, directory.resolve(lost));
        }
    }

    @Test
    void what_is_no_key_is_named_without_a_word_of_what_stands_in_it() throws IOException {
        VaultKeys.create(directory);
        var pepper = directory.resolve("pepper");
        for (var spoilt : new String[] {"", "00ff", "ab".repeat(31), "zz".repeat(32), "ab".repeat(33)}) {
            Files.delete(pepper);
            Files.writeString(pepper, spoilt);
            assertThatThrownBy(() -> VaultKeys.load(directory))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("This is no key: pepper");
        }
    }
}
