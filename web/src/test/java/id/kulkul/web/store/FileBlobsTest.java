package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** After the mark, a copy of the folder tells nothing of the seconds in which reports came. */
    @Test
    void after_a_mark_no_time_of_file_or_folder_is_older_than_it() throws IOException {
        var address = blobs.keep(bytes("one"));
        Path waited = onlyFile();
        Object came = Files.readAttributes(waited, BasicFileAttributes.class).fileKey();
        FileTime mark = momentAfter(changed(waited));
        assertThat(blobs.settle()).containsExactly(address);
        Path settled = onlyFile();
        assertThat(Objects.requireNonNull(settled.getParent()).getFileName())
                .hasToString(address.hex().substring(0, 2));
        var times = Files.readAttributes(settled, BasicFileAttributes.class);
        assertThat(times.fileKey()).as("another file than the one that came").isNotEqualTo(came);
        assertThat(times.lastModifiedTime()).isEqualTo(FileTime.fromMillis(0));
        if (times.creationTime().toMillis() != 0)
            assertThat(times.creationTime()).isGreaterThanOrEqualTo(mark);
        assertThat(times.lastAccessTime()).isGreaterThanOrEqualTo(mark);
        assertThat(changed(settled)).isGreaterThanOrEqualTo(mark);
        for (Path place : List.of(settled.getParent(), folder.resolve("waiting"), folder.resolve("drafts"))) {
            assertThat(Files.getLastModifiedTime(place)).isEqualTo(FileTime.fromMillis(0));
            assertThat(changed(place)).isGreaterThanOrEqualTo(mark);
        }
    }

    @Test
    void blobs_settle_in_an_order_of_chance() throws IOException {
        List<Digest> came = new ArrayList<>();
        for (int i = 0; i < 30; i++) came.add(blobs.keep(bytes("blob " + i)));
        List<Digest> byName =
                came.stream().sorted(Comparator.comparing(Digest::hex)).toList();
        assertThat(blobs.settle())
                .containsExactlyInAnyOrderElementsOf(came)
                .isNotEqualTo(came)
                .isNotEqualTo(byName);
        assertThat(blobs.settle()).isEmpty();
        assertThat(blobs.addresses()).containsExactlyInAnyOrderElementsOf(came);
    }

    /** What {@code kill -9} leaves: half a copy, or a blob in both places. */
    @Test
    void a_settling_that_was_cut_off_loses_nothing_and_is_ended_by_the_next() throws IOException {
        var half = blobs.keep(bytes("half copied"));
        var both = blobs.keep(bytes("in both places"));
        Files.write(folder.resolve("drafts").resolve(half.hex()), bytes("half"));
        Path shelf = Files.createDirectories(folder.resolve(both.hex().substring(0, 2)));
        Files.copy(folder.resolve("waiting").resolve(both.hex()), shelf.resolve(both.hex()));
        blobs = new FileBlobs(folder);
        assertThat(content(half)).isEqualTo("half copied");
        assertThat(content(both)).isEqualTo("in both places");
        assertThat(blobs.addresses()).containsExactlyInAnyOrder(half, both);
        blobs.settle();
        assertThat(content(half)).isEqualTo("half copied");
        assertThat(content(both)).isEqualTo("in both places");
        assertThat(files()).hasSize(2).noneMatch(file -> file.startsWith(folder.resolve("waiting")));
    }

    @Test
    void what_the_disk_does_not_take_waits_on_and_the_others_settle() throws IOException {
        var refused = blobs.keep(bytes("refused"));
        var taken = blobs.keep(bytes("taken"));
        Files.createDirectories(folder.resolve("drafts").resolve(refused.hex()).resolve("in the way"));
        assertThatThrownBy(blobs::settle).isInstanceOf(IOException.class);
        assertThat(Files.exists(folder.resolve("waiting").resolve(refused.hex())))
                .isTrue();
        assertThat(Files.exists(folder.resolve("waiting").resolve(taken.hex()))).isFalse();
        assertThat(content(refused)).isEqualTo("refused");
        assertThat(content(taken)).isEqualTo("taken");
        assertThat(blobs.length(refused)).isEqualTo(7);
    }

    /** Two rounds that ask for it at the same time: whoever comes second finds it taken back. */
    @Test
    void whoever_claims_what_another_takes_back_at_that_moment_gets_it() throws Exception {
        var address = blobs.keep(bytes("put aside"));
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 200; i++) {
                blobs.setAside(address, 1);
                var both = List.of(two.submit(() -> blobs.claim(address)), two.submit(() -> blobs.claim(address)));
                for (Future<Boolean> one : both) assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void whoever_reads_while_blobs_settle_misses_none() throws Exception {
        List<Digest> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) all.add(blobs.keep(bytes("blob " + i)));
        try (var reader = Executors.newSingleThreadExecutor()) {
            var reading = new CountDownLatch(1);
            Future<Integer> rounds = reader.submit(() -> {
                int done = 0;
                for (;
                        done == 0
                                || !BlobShelves.children(folder.resolve("waiting"))
                                        .isEmpty();
                        done++) {
                    for (Digest address : all) {
                        assertThat(blobs.length(address)).isPositive();
                        assertThat(content(address)).startsWith("blob ");
                    }
                    assertThat(blobs.addresses()).containsAll(all);
                    reading.countDown();
                }
                return done;
            });
            reading.await();
            blobs.settle();
            assertThat(rounds.get()).isPositive();
        }
    }

    @Test
    void a_blob_that_still_waits_can_be_put_aside_taken_back_and_deleted() throws IOException {
        var address = blobs.keep(bytes("waits"));
        blobs.setAside(address, 1);
        assertThat(blobs.length(address)).isEqualTo(-1);
        assertThat(blobs.addresses()).isEmpty();
        assertThat(blobs.claim(address)).isTrue();
        assertThat(content(address)).isEqualTo("waits");
        blobs.keep(bytes("waits"));
        assertThat(blobs.delete(address)).isTrue();
        assertThat(blobs.claim(address)).isFalse();
    }

    @Test
    void asking_for_what_is_not_there_makes_no_folder() throws IOException {
        assertThat(blobs.claim(Digest.sha256(bytes("nowhere")))).isFalse();
        try (var places = Files.list(folder)) {
            assertThat(places.map(place -> place.getFileName().toString())).containsOnly("drafts", "waiting");
        }
    }

    private String content(Digest address) throws IOException {
        try (var in = blobs.open(address)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    private static FileTime changed(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
    }

    /** A moment of the file system's own clock, which ticks, after another. */
    private FileTime momentAfter(FileTime other) throws IOException {
        Path probe = folder.resolveSibling("probe");
        while (true) {
            Files.deleteIfExists(probe);
            FileTime now = changed(Files.createFile(probe));
            if (now.compareTo(other) > 0) return now;
        }
    }

    @Test
    void what_a_crash_left_half_written_stays_while_the_next_start_looks_and_is_gone_then() throws IOException {
        var left = blobs.draft();
        left.write(bytes("half"));
        var found = files();
        var next = new FileBlobs(folder);
        assertThat(files()).isEqualTo(found).hasSize(1);
        try (var written = next.draft()) {
            next.removeHalfWritten();
            assertThat(files()).hasSize(1).doesNotContainAnyElementsOf(found);
            assertThat(written.keep()).isNotNull();
        }
        left.close();
    }

    /** Whoever sends it again waits for no disk, and nobody copies it anew at the next mark. */
    @Test
    void what_is_sent_again_stays_where_it_is_and_only_a_broken_copy_is_replaced() throws IOException {
        var address = blobs.keep(bytes("sent twice"));
        Object first =
                Files.readAttributes(onlyFile(), BasicFileAttributes.class).fileKey();
        assertThat(sendAgain(address)).isEqualTo(first);
        blobs.settle();
        Object settled =
                Files.readAttributes(onlyFile(), BasicFileAttributes.class).fileKey();
        assertThat(sendAgain(address)).isEqualTo(settled);
        Files.writeString(onlyFile(), "torn");
        try (var draft = blobs.draft()) {
            draft.write(bytes("sent twice"));
            assertThat(draft.keepAs(address)).isTrue();
        }
        try (var in = blobs.open(address)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("sent twice"));
        }
    }

    private Object sendAgain(Digest address) throws IOException {
        try (var draft = blobs.draft()) {
            draft.write(bytes("sent twice"));
            assertThat(draft.keepAs(address)).isTrue();
        }
        return Files.readAttributes(onlyFile(), BasicFileAttributes.class).fileKey();
    }

    @Test
    void a_small_blob_that_the_disk_does_not_take_is_kept_on_the_reserve() throws IOException {
        Path drafts = folder.resolve("drafts");
        Path aside = folder.resolve("aside");
        var missed = new AtomicInteger();
        var kept = new FileBlobs(folder, new Reserve() {
            @Override
            public boolean free() {
                return aside.toFile().renameTo(drafts.toFile());
            }

            @Override
            public boolean isEnough() {
                return Files.exists(drafts);
            }

            @Override
            public void missed() {
                missed.incrementAndGet();
            }
        });
        Files.move(drafts, aside);
        assertThat(kept.length(kept.keep(bytes("an answer")))).isPositive();
        assertThat(missed).hasValue(1);
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
