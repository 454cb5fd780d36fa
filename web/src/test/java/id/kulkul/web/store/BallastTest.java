package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class BallastTest {
    private static final int SIZE = 3_000_000;

    @TempDir
    Path folder;

    @Test
    void it_is_made_of_bytes_that_no_file_system_makes_smaller() throws IOException {
        new Ballast(folder, SIZE).restore();
        byte[] bytes = Files.readAllBytes(folder.resolve("reserve"));
        assertThat(bytes).hasSize(SIZE);
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        assertThat(deflater.deflate(new byte[2 * SIZE])).isGreaterThanOrEqualTo(SIZE);
        deflater.end();
    }

    @Test
    void it_is_given_up_once_and_made_again() throws IOException {
        var ballast = new Ballast(folder, SIZE);
        assertThat(ballast.free()).isFalse();
        ballast.restore();
        assertThat(ballast.free()).isTrue();
        assertThat(folder).isEmptyDirectory();
        assertThat(ballast.free()).isFalse();
        ballast.restore();
        assertThat(ballast.free()).isTrue();
    }

    @Test
    void a_torn_one_is_made_anew_and_a_whole_one_is_left() throws IOException {
        var file = folder.resolve("reserve");
        Files.write(file, new byte[10]);
        var ballast = new Ballast(folder, SIZE);
        ballast.restore();
        byte[] made = Files.readAllBytes(file);
        assertThat(made).hasSize(SIZE);
        ballast.restore();
        assertThat(Files.readAllBytes(file)).isEqualTo(made);
    }

    @Test
    void a_disk_with_less_than_is_kept_takes_no_texts_and_no_reserve_and_says_so_once() throws IOException {
        try (var log = new CapturedLog(DiskRoom.class)) {
            var disk = new DiskRoom(folder, DataSize.ofTerabytes(100_000));
            assertThat(disk.isEnoughForTexts()).isFalse();
            assertThat(disk.room()).isPositive().isLessThanOrEqualTo(disk.total());
            assertThat(log.lines()).singleElement().asString().contains("no report is received");
            assertThat(folder).isEmptyDirectory();
        }
        assertThat(new DiskRoom(folder, DataSize.ofBytes(0)).isEnoughForTexts()).isTrue();
    }

    @Test
    void no_text_is_invited_after_one_was_missed_until_there_is_room() throws IOException {
        try (var log = new CapturedLog(Ballast.class)) {
            var disk = new DiskRoom(folder, DataSize.ofBytes(0));
            disk.reserve().missed();
            disk.reserve().missed();
            assertThat(disk.isEnoughForTexts()).isFalse();
            assertThat(log.lines()).singleElement().asString().contains("did not take a text");
            disk.look();
            assertThat(disk.isEnoughForTexts()).isTrue();
        }
    }
}
