package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attachment keeps its name, but for folders and for what would make it look like another. */
class FileNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bukti.pdf                  | bukti.pdf
            ../../etc/passwd           | passwd
            C:\\fakepath\\foto.jpg     | foto.jpg
            daftar %22resmi%22.txt     | daftar "resmi".txt
            100%25 benar.txt           | 100%25 benar.txt
            dua%0D%0Abaris.txt         | dua baris.txt
            bukti 📄.pdf               | bukti 📄.pdf
            /                          | ''
            """)
    void a_name_is_read_as_browsers_write_it(String sent, String kept) {
        assertThat(FileName.of(sent)).isEqualTo(kept);
    }

    @Test
    void what_no_page_shows_is_seen_to_have_been_there() {
        assertThat(FileName.of("a\u0000b\u202e.txt")).isEqualTo("a\ufffdb\u202e.txt");
    }

    @Test
    void a_name_that_no_file_system_has_is_too_long() {
        assertThat(FileName.isTooLong("\ud83d\udcc4".repeat(255))).isFalse();
        assertThat(FileName.isTooLong("x".repeat(256))).isTrue();
    }
}
