package id.kulkul.crypto.vault;

import static id.kulkul.crypto.vault.CaseClass.CONTENT;
import static id.kulkul.crypto.vault.CaseClass.IDENTITY;
import static id.kulkul.crypto.vault.CaseClass.STAFF_NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.TooLong;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final RowsInMemory rows = new RowsInMemory();
    private final VaultKeys keys = new VaultKeys(new Kek(1, SymmetricKey.random()), SymmetricKey.random());
    private final CaseVault vault = new CaseVault(TENANT, keys, rows);

    @BeforeEach
    void begin() {
        vault.begin(CASE);
        vault.begin(OTHER);
    }

    @Test
    void a_text_comes_back_as_it_was_however_long_it_is() {
        for (int length : new int[] {0, 1, 1019, 1020, 1021, 20_000, 128 * 1024}) {
            var text = "x".repeat(length);
            assertThat(read(CASE, CONTENT, keep(CASE, CONTENT, text))).isEqualTo(text);
        }
    }

    @Test
    void a_text_is_read_only_as_that_class_of_that_case_of_that_tenant() {
        var id = keep(CASE, CONTENT, "words");
        assertThat(vault.read(OTHER, CONTENT, id)).isEmpty();
        assertThat(vault.read(CASE, IDENTITY, id)).isEmpty();
        assertThat(vault.read(CASE, CONTENT, UUID.randomUUID())).isEmpty();
        var elsewhere = new CaseVault(UUID.randomUUID(), keys, rows);
        assertThatThrownBy(() -> elsewhere.read(CASE, CONTENT, id)).isInstanceOf(VaultFailed.class);
    }

    @Test
    void every_changed_byte_of_a_text_and_of_its_key_is_noticed() {
        var id = keep(CASE, CONTENT, "words");
        var key = key(CASE, CONTENT);
        for (var row : List.of(text(CASE, CONTENT), key)) {
            for (int at = 0; at < row.blob().length; at++) {
                row.blob()[at] ^= 1;
                assertThatThrownBy(() -> vault.read(CASE, CONTENT, id)).isInstanceOf(VaultFailed.class);
                row.blob()[at] ^= 1;
            }
        }
        assertThat(read(CASE, CONTENT, id)).isEqualTo("words");
    }

    @Test
    void two_texts_that_were_exchanged_are_not_read() {
        var words = keep(CASE, CONTENT, "words");
        var first = text(CASE, CONTENT);
        keep(CASE, CONTENT, "more words");
        keep(CASE, IDENTITY, "a name");
        keep(OTHER, CONTENT, "the words of another");
        var same = rows.of(RowClass.TEXT_OF_CONTENT, CASE).stream()
                .filter(row -> row != first)
                .findFirst()
                .orElseThrow();
        for (var other : List.of(same, text(CASE, IDENTITY), text(OTHER, CONTENT))) {
            put(first, first.owner(), 0, other.blob());
            assertThatThrownBy(() -> vault.read(CASE, CONTENT, words)).isInstanceOf(VaultFailed.class);
        }
        put(first, OTHER, 0, first.blob());
        assertThatThrownBy(() -> vault.read(CASE, CONTENT, words)).isInstanceOf(VaultFailed.class);
        put(first, first.owner(), 1, first.blob());
        assertThatThrownBy(() -> vault.read(CASE, CONTENT, words)).isInstanceOf(VaultFailed.class);
        rows.rows.put(first.id(), first);
        assertThat(read(CASE, CONTENT, words)).isEqualTo("words");
    }

    private void put(VaultRow row, UUID owner, long version, byte[] blob) {
        rows.rows.put(row.id(), new VaultRow(row.id(), row.rowClass(), owner, 0, version, blob));
    }

    @Test
    void the_key_of_another_case_or_class_opens_no_text() {
        var words = keep(CASE, CONTENT, "words");
        var key = CaseKeys.id(CASE, CONTENT);
        for (var other : List.of(key(CASE, IDENTITY), key(OTHER, CONTENT))) {
            rows.rows.put(key, new VaultRow(key, other.rowClass(), CASE, 1, 0, other.blob()));
            assertThatThrownBy(() -> vault.read(CASE, CONTENT, words)).isInstanceOf(VaultFailed.class);
        }
    }

    /** Stored for as long as there are cases; what is under the seal is length, text, and zeros to a whole step. */
    @Test
    void the_shape_of_a_stored_text_never_changes() throws Exception {
        keep(CASE, CONTENT, "ab");
        var row = text(CASE, CONTENT);
        assertThat(row.blob()).hasSize(24 + 32 + 1024 + 16);
        var key = key(CASE, CONTENT);
        try (var keyRow = keys.kek().key().rowKey(key.id());
                var caseKey = SymmetricKey.of(Opening.under(keyRow, place(key, 1), key.blob()));
                var textRow = caseKey.rowKey(row.id())) {
            var plain = Opening.under(textRow, place(row, 0), row.blob());
            assertThat(plain).hasSize(1024).startsWith(0, 0, 0, 2, 'a', 'b', 0);
        }
    }

    private static Context place(VaultRow row, long epoch) {
        return new Context(Kind.VAULT_ROW, TENANT, Hex16.ZERO, CASE, row.id(), epoch, 0);
    }

    @Test
    void how_long_a_text_is_can_be_told_in_whole_steps_only() {
        keep(CASE, CONTENT, "x");
        keep(OTHER, CONTENT, "x".repeat(1020));
        assertThat(text(CASE, CONTENT).blob())
                .hasSameSizeAs(text(OTHER, CONTENT).blob());
    }

    @Test
    void what_is_too_long_is_refused_and_nothing_kept() {
        var before = Map.copyOf(rows.rows);
        var text = new byte[128 * 1024 + 1];
        assertThatThrownBy(() -> vault.keep(CASE, CONTENT, text)).isInstanceOf(TooLong.class);
        assertThat(rows.rows).isEqualTo(before);
    }

    @Test
    void a_text_that_was_kept_is_wiped_where_it_came_from() {
        var text = "words".getBytes(StandardCharsets.UTF_8);
        vault.keep(CASE, CONTENT, text);
        assertThat(text).containsOnly(0);
    }

    @Test
    void erasing_destroys_the_key_and_the_texts_of_that_class_of_that_case_alone() {
        var words = keep(CASE, CONTENT, "words");
        var more = keep(CASE, CONTENT, "more words");
        var name = keep(CASE, IDENTITY, "a name");
        var note = keep(CASE, STAFF_NOTES, "a note");
        var others = keep(OTHER, CONTENT, "the words of another");
        vault.erase(CASE, CONTENT);
        assertThat(vault.read(CASE, CONTENT, words)).isEmpty();
        assertThat(vault.read(CASE, CONTENT, more)).isEmpty();
        assertThat(rows.of(RowClass.TEXT_OF_CONTENT, CASE)).isEmpty();
        assertThat(rows.of(RowClass.CASE_KEY, CASE)).hasSize(2);
        assertThat(read(CASE, IDENTITY, name)).isEqualTo("a name");
        assertThat(read(CASE, STAFF_NOTES, note)).isEqualTo("a note");
        assertThat(read(OTHER, CONTENT, others)).isEqualTo("the words of another");
        vault.erase(CASE, CONTENT);
    }

    @Test
    void a_case_without_a_key_keeps_no_text_and_gets_no_second_key() {
        vault.erase(CASE, CONTENT);
        vault.begin(CASE);
        assertThatThrownBy(() -> keep(CASE, CONTENT, "late")).isInstanceOf(NoCaseKey.class);
        assertThatThrownBy(() -> keep(UUID.randomUUID(), CONTENT, "never begun"))
                .isInstanceOf(NoCaseKey.class);
        assertThat(rows.of(RowClass.TEXT_OF_CONTENT, CASE)).isEmpty();
    }

    @Test
    void a_case_that_has_begun_keeps_its_keys_when_it_begins_again() {
        var words = keep(CASE, CONTENT, "words");
        vault.begin(CASE);
        assertThat(read(CASE, CONTENT, words)).isEqualTo("words");
    }

    @Test
    void a_text_that_comes_while_its_class_is_erased_is_refused_and_leaves_no_row() {
        var erasing = new RowsInMemory() {
            @Override
            public void write(List<VaultRow> batch) {
                if (batch.getFirst().rowClass() == RowClass.TEXT_OF_CONTENT) delete(CaseKeys.id(CASE, CONTENT));
                super.write(batch);
            }
        };
        var meanwhile = new CaseVault(TENANT, keys, erasing);
        meanwhile.begin(CASE);
        assertThatThrownBy(() -> meanwhile.keep(CASE, CONTENT, new byte[1])).isInstanceOf(NoCaseKey.class);
        assertThat(erasing.of(RowClass.TEXT_OF_CONTENT, CASE)).isEmpty();
    }

    @Test
    void a_text_that_came_while_its_key_was_destroyed_is_erased_too() {
        var keeping = new RowsInMemory() {
            @Override
            public boolean delete(UUID id) {
                var text = new VaultRow(UUID.randomUUID(), RowClass.TEXT_OF_CONTENT, CASE, 0, 0, new byte[1]);
                rows.put(text.id(), text);
                return super.delete(id);
            }
        };
        var meanwhile = new CaseVault(TENANT, keys, keeping);
        meanwhile.begin(CASE);
        meanwhile.erase(CASE, CONTENT);
        assertThat(keeping.of(RowClass.TEXT_OF_CONTENT, CASE)).isEmpty();
    }

    @Test
    void the_rows_of_a_case_are_all_found() {
        keep(CASE, CONTENT, "words");
        keep(CASE, IDENTITY, "a name");
        keep(CASE, STAFF_NOTES, "a note");
        assertThat(vault.rowsOf(CASE)).hasSize(6).doesNotHaveDuplicates();
    }

    private UUID keep(UUID caseId, CaseClass caseClass, String text) {
        return vault.keep(caseId, caseClass, text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(UUID caseId, CaseClass caseClass, UUID id) {
        return new String(vault.read(caseId, caseClass, id).orElseThrow(), StandardCharsets.UTF_8);
    }

    private VaultRow key(UUID caseId, CaseClass caseClass) {
        return rows.find(CaseKeys.id(caseId, caseClass)).orElseThrow();
    }

    private VaultRow text(UUID caseId, CaseClass caseClass) {
        return rows.of(caseClass.texts(), caseId).getFirst();
    }
}
