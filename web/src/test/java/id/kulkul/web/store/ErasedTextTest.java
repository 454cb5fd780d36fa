package id.kulkul.web.store;

import static id.kulkul.crypto.vault.CaseClass.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Kek;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.SqliteReadStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that the server reads is erased from every file of its home: wrapped key, ciphertext and clear copies. */
class ErasedTextTest {
    record Shown(UUID caseId, String text) {}

    private static final Shelf<Shown> SHOWN =
            Shelf.versioned("shown", Shown.class).copying(CONTENT, Shown::caseId);
    private static final UUID TENANT = UUID.randomUUID();
    private static final VaultKeys KEYS = new VaultKeys(new Kek(1, SymmetricKey.random()), SymmetricKey.random());

    /** A case with its text, as the files hold it. */
    private record Told(UUID caseId, UUID text, String words, List<byte[]> keys, List<byte[]> sealed) {}

    private final Random random = new Random(5);
    private Path home;
    private SqliteVault rows;
    private CaseVault vault;
    private SqliteReadStore models;

    @BeforeEach
    void open(@TempDir Path temporary) throws SQLException {
        home = temporary.resolve("home");
        models = new SqliteReadStore(home.resolve("read.db"));
        models.prepare(SHOWN);
        rows = new SqliteVault(home.resolve("vault.db"));
        vault = new CaseVault(TENANT, KEYS, rows);
    }

    @AfterEach
    void close() throws SQLException {
        models.close();
        rows.close();
    }

    @Test
    void an_erased_text_is_in_no_file_of_the_home_and_every_other_is() throws IOException {
        var told = new ArrayList<Told>();
        for (int i = 0; i < 40; i++) told.add(tell(i));
        var erased = told.remove(20);
        assertThat(RawBytes.piecesOf(home, erased.keys())).isGreaterThan(10);
        assertThat(RawBytes.piecesOf(home, erased.sealed())).isGreaterThan(100);
        assertThat(RawBytes.piecesOf(home, clear(erased))).isGreaterThan(100);
        erase(erased);
        var everything = Stream.of(erased.keys(), erased.sealed(), clear(erased))
                .flatMap(List::stream)
                .toList();
        assertThat(RawBytes.piecesOf(home, everything)).isZero();
        assertThat(vault.read(erased.caseId(), CONTENT, erased.text())).isEmpty();
        assertThat(told).allSatisfy(other -> {
            assertThat(read(vault, other)).isEqualTo(other.words());
            assertThat(models.one(SHOWN, other.caseId().toString())).isPresent();
        });
    }

    @Test
    void rows_that_were_put_aside_are_erased_where_they_wait() throws IOException {
        var told = tell(0);
        rows.quarantine().put(vault.rowsOf(told.caseId()), told.caseId(), 1);
        assertThat(RawBytes.piecesOf(home, told.keys())).isPositive();
        erase(told);
        assertThat(RawBytes.piecesOf(home, told.keys())).isZero();
        assertThat(RawBytes.piecesOf(home, told.sealed())).isZero();
    }

    /** What no page may claim: as long as the vault's key is the same, whoever kept an older copy has the text. */
    @Test
    void an_older_copy_of_the_vault_still_gives_the_text_to_whoever_has_the_key() throws IOException, SQLException {
        var told = tell(0);
        rows.close();
        var copy = home.resolveSibling("copy.db");
        Files.copy(home.resolve("vault.db"), copy);
        rows = new SqliteVault(home.resolve("vault.db"));
        vault = new CaseVault(TENANT, KEYS, rows);
        erase(told);
        try (var older = new SqliteVault(copy)) {
            assertThat(read(new CaseVault(TENANT, KEYS, older), told)).isEqualTo(told.words());
        }
    }

    private void erase(Told told) {
        new Erasure(vault, models).erase(told.caseId(), CONTENT);
    }

    private Told tell(int number) {
        var caseId = new UUID(random.nextLong(), random.nextLong());
        var words = words();
        vault.begin(caseId);
        var text = vault.keep(caseId, CONTENT, words.getBytes(StandardCharsets.UTF_8));
        models.put(SHOWN, caseId.toString(), 2L * number, new Shown(caseId, words));
        models.put(SHOWN, caseId.toString(), 2L * number + 1, new Shown(caseId, words + " (shown)"));
        var key = CaseVault.firstRows(caseId).getFirst();
        return new Told(
                caseId, text, words, List.of(rows.find(key).orElseThrow().blob()), sealed(caseId));
    }

    private List<byte[]> sealed(UUID caseId) {
        return rows.of(RowClass.TEXT_OF_CONTENT, caseId).stream()
                .map(VaultRow::blob)
                .toList();
    }

    private String words() {
        var letters = new StringBuilder();
        int length = 1000 + random.nextInt(4000);
        while (letters.length() < length) letters.append(Long.toString(random.nextLong(), 36));
        return letters.toString();
    }

    private static List<byte[]> clear(Told told) {
        return List.of(told.words().getBytes(StandardCharsets.UTF_8));
    }

    private static String read(CaseVault vault, Told told) {
        return new String(vault.read(told.caseId(), CONTENT, told.text()).orElseThrow(), StandardCharsets.UTF_8);
    }
}
