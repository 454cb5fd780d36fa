package id.kulkul.web.seen;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import id.kulkul.web.store.RunningStores;
import id.kulkul.web.store.StoreDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * One store alone that is older than the others, copied while its writer was at work, is compared as a start compares
 * it.
 */
class OlderCopiesTest {
    private static final Instant MARK = Instant.parse("2026-11-24T08:00:00Z");
    private static final int MANY = 20;

    @TempDir
    static Path folder;

    @TempDir
    Path home;

    private static Path older;
    private static Path newest;

    /**
     * What was copied as the older one lies half in the files and half in their logs; both have changed in the newest.
     * The vault moves the first of its rows after each opening into its file.
     */
    @BeforeAll
    static void live() throws Exception {
        older = folder.resolve("older");
        newest = folder.resolve("newest");
        Path live = folder.resolve("live");
        Files.createDirectories(live.resolve("data"));
        Seen seen = new Seen(Files.createDirectories(live.resolve("seen")));
        for (int round = 0; round < 3; round++) {
            try (var stores = RunningStores.open(live.resolve("data"))) {
                stores.leaves().publishThrough(seen);
                stores.report(MANY);
                stores.sign(MARK.plusSeconds(900L * round));
                if (round == 1) copy(live, older);
                if (round == 2) copy(live, newest);
            }
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        FileSystemUtils.copyRecursively(from, to);
        return to;
    }

    private Path data() {
        return home.resolve("data");
    }

    /** The newest of everything, but for one store. */
    private void put(String store, String log) throws IOException {
        copy(newest, home);
        Path place = data().resolve(store);
        if (Files.isDirectory(place)) {
            FileSystemUtils.deleteRecursively(place);
            copy(older.resolve("data").resolve(store), place);
            return;
        }
        List<String> beside = log.equals("newest") ? List.of("-shm") : List.of("-shm", "-wal");
        for (String end : beside) Files.deleteIfExists(data().resolve(store + end));
        List<String> parts = log.equals("own") ? List.of(store, store + "-wal") : List.of(store);
        for (String part : parts)
            Files.copy(older.resolve("data").resolve(part), data().resolve(part), StandardCopyOption.REPLACE_EXISTING);
    }

    private Difference compared(RunningStores stores) throws IOException {
        return Difference.between(new Seen(home.resolve("seen")), stores.leaves(), stores.size(), stores.missing());
    }

    @Test
    void the_newest_of_everything_is_believed() throws Exception {
        copy(newest, home);
        try (var stores = RunningStores.open(data())) {
            assertThat(compared(stores).isNone()).isTrue();
            assertThat(stores.size()).isEqualTo(3 * (MANY + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "events.db, own, the log wbs has 48 leaves where 72 were signed; the history has 42 events where 63 were noted",
        "events.db, none, the log wbs has 24 leaves where 72 were signed; the history has 21 events where 63 were noted",
        "vault.db, own, 100 rows of the vault that the history needs are missing",
        "vault.db, none, 195 rows of the vault that the history needs are missing",
        "blobs, none, 20 ciphertexts that the history names are missing"
    })
    void an_older_store_is_told_with_what_it_lacks(String store, String log, String words) throws Exception {
        put(store, log);
        try (var stores = RunningStores.open(data())) {
            var difference = compared(stores);
            assertThat(difference.words()).isEqualTo(words);
            assertThat(new StoresDisagree(difference)).hasMessageContaining("These stores are not the newest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.db", "vault.db"})
    void an_older_store_under_the_newest_log_lacks_nothing_unless_it_is_told(String store) throws Exception {
        put(store, "newest");
        try (var stores = RunningStores.open(data())) {
            boolean told = !compared(stores).isNone()
                    || stores.leaves().damage(LogName.WBS).isPresent();
            assertThat(told || stores.size() == 3 * (MANY + 1)).isTrue();
        } catch (StoreDamaged refused) {
            assertThat(refused).hasMessageContaining(store);
        }
    }

    @Test
    void an_older_note_of_what_was_signed_takes_nothing_away() throws Exception {
        copy(newest, home);
        Path seen = home.resolve("seen");
        FileSystemUtils.deleteRecursively(seen);
        copy(older.resolve("seen"), seen);
        try (var stores = RunningStores.open(data())) {
            assertThat(compared(stores).isNone()).isTrue();
        }
    }
}
