package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest extends BlobsContract {
    private Path folder;
    private FileBlobs blobs;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("blobs");
        blobs = new FileBlobs(folder);
    }

    @Override
    Blobs blobs() {
        return blobs;
    }

    @Test
    void no_file_tells_when_it_came_nor_lets_another_user_look() throws IOException {
        blobs.keep(bytes("one"));
        blobs.keep(bytes("two"));
        for (var file : files()) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void what_a_crash_left_half_written_is_gone_at_the_next_start() throws IOException {
        var draft = blobs.draft();
        draft.write(bytes("half"));
        new FileBlobs(folder);
        assertThat(files()).isEmpty();
        draft.close();
    }

    @Test
    void a_small_blob_that_the_disk_does_not_take_is_kept_on_the_reserve() throws IOException {
        Path drafts = folder.resolve("drafts");
        Path aside = folder.resolve("aside");
        var kept = new FileBlobs(folder, new Reserve() {
            @Override
            public boolean free() {
                return aside.toFile().renameTo(drafts.toFile());
            }

            @Override
            public boolean isEnough() {
                return Files.exists(drafts);
            }
        });
        Files.move(drafts, aside);
        assertThat(kept.length(kept.keep(bytes("an answer")))).isPositive();
    }

    @Test
    void all_addresses_can_be_listed() throws IOException {
        var one = blobs.keep(bytes("one"));
        var two = blobs.keep(bytes("two"));
        assertThat(blobs.addresses()).containsExactlyInAnyOrder(one, two);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
