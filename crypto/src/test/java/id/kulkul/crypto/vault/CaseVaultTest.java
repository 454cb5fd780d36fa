package id.kulkul.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.keys.Stretching;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.SigningKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseVaultTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();

    private final RowsInMemory rows = new RowsInMemory();
    private final VaultKeys keys = new VaultKeys(new Kek(1, SymmetricKey.random()), SymmetricKey.random());
    private final CaseVault vault = new CaseVault(TENANT, keys, rows);
    private final Receipt receipt = Receipt.random();

    @Test
    void a_receipt_leads_to_its_reporter_and_no_other_does() {
        var reporter = open(item(UUID.randomUUID()));
        try (var known = receipt.keys();
                var unknown = Receipt.random().keys()) {
            assertThat(vault.byReceipt(known.lookup())).contains(reporter);
            assertThat(vault.byReceipt(unknown.lookup())).isEmpty();
        }
    }

    @Test
    void a_case_leads_to_its_reporter_so_that_an_answer_can_be_sealed() {
        assertThat(vault.of(CASE)).isEmpty();
        var reporter = open(item(UUID.randomUUID()));
        assertThat(vault.of(CASE)).contains(reporter);
    }

    @Test
    void stanzas_come_back_as_they_were_and_only_for_their_case() {
        var first = item(UUID.randomUUID());
        var later = item(UUID.randomUUID());
        open(first);
        vault.add(CASE, List.of(later));
        assertThat(vault.stanzas(CASE, first.header().context().item(), CaseClass.CONTENT))
                .isEqualTo(first.stanzas());
        assertThat(vault.stanzas(CASE, later.header().context().item(), CaseClass.CONTENT))
                .isEqualTo(later.stanzas());
        assertThat(vault.stanzas(UUID.randomUUID(), first.header().context().item(), CaseClass.CONTENT))
                .isEmpty();
    }

    @Test
    void a_row_in_another_rows_place_is_noticed() {
        var one = item(UUID.randomUUID());
        open(one);
        var row = rows.rows.values().stream()
                .filter(each -> each.rowClass() == RowClass.STANZAS)
                .findFirst()
                .orElseThrow();
        rows.rows.put(row.id(), new VaultRow(row.id(), row.rowClass(), row.owner(), 0, 1, row.blob()));
        assertThatThrownBy(() -> vault.stanzas(CASE, one.header().context().item(), CaseClass.CONTENT))
                .isInstanceOf(VaultFailed.class);
    }

    @Test
    void every_changed_byte_of_a_row_is_noticed() {
        var one = item(UUID.randomUUID());
        open(one);
        var row = rows.rows.values().stream()
                .filter(each -> each.rowClass() == RowClass.CASE_KEY)
                .findFirst()
                .orElseThrow();
        for (int at = 0; at < row.blob().length; at++) {
            row.blob()[at] ^= 1;
            assertThatThrownBy(() -> vault.stanzas(CASE, one.header().context().item(), CaseClass.CONTENT))
                    .isInstanceOf(VaultFailed.class);
            row.blob()[at] ^= 1;
        }
    }

    @Test
    void the_same_case_is_never_opened_twice() {
        open(item(UUID.randomUUID()));
        assertThatThrownBy(() -> open(item(UUID.randomUUID()))).isInstanceOf(StaleRow.class);
    }

    /** Whatever an interrupted attempt kept may be what the history acknowledged after all. */
    @Test
    void going_on_with_a_case_takes_nothing_away_and_keeps_what_is_missing() {
        var first = item(UUID.randomUUID());
        var sealedAnew = item(UUID.randomUUID());
        var reporter = open(first);
        var kept = Set.copyOf(rows.rows.keySet());
        assertThat(openAgain(reporter, receipt, first, sealedAnew)).isTrue();
        assertThat(rows.rows.keySet()).hasSize(kept.size() + 1).containsAll(kept);
        for (var item : List.of(first, sealedAnew))
            assertThat(vault.stanzas(CASE, item.header().context().item(), CaseClass.CONTENT))
                    .isEqualTo(item.stanzas());
        assertThat(vault.of(CASE)).contains(reporter);
        assertThat(openAgain(reporter, receipt, first, sealedAnew))
                .as("as often as it takes")
                .isTrue();
        assertThat(rows.rows).hasSize(kept.size() + 1);
    }

    @Test
    void going_on_is_for_the_same_reporter_with_the_same_receipt_and_otherwise_changes_nothing() {
        var reporter = open(item(UUID.randomUUID()));
        var before = Map.copyOf(rows.rows);
        Reporter other;
        try (var secrets = Receipt.random().keys()) {
            other = new Reporter(
                    CASE, secrets.opening().recipient(), secrets.signing().verifying());
        }
        assertThat(openAgain(other, receipt, item(UUID.randomUUID()))).isFalse();
        assertThat(openAgain(reporter, Receipt.random(), item(UUID.randomUUID())))
                .isFalse();
        assertThat(openAgain(new Reporter(UUID.randomUUID(), other.sealing(), other.signing()), receipt))
                .isFalse();
        assertThat(rows.rows).isEqualTo(before);
    }

    @Test
    void an_item_whose_number_is_another_cases_is_stale_when_a_case_goes_on() {
        var reporter = open(item(UUID.randomUUID()));
        var taken = item(UUID.randomUUID());
        try (var secrets = Receipt.random().keys()) {
            var other = new Reporter(
                    UUID.randomUUID(),
                    secrets.opening().recipient(),
                    secrets.signing().verifying());
            vault.open(other, secrets.lookup(), List.of(taken));
        }
        var before = Map.copyOf(rows.rows);
        assertThatThrownBy(() -> openAgain(reporter, receipt, taken)).isInstanceOf(StaleRow.class);
        assertThat(rows.rows).isEqualTo(before);
    }

    /** Asked before anything is kept: what is refused afterwards would have left its ciphertexts. */
    @Test
    void whether_a_case_can_be_kept_is_told_without_keeping_anything() {
        var first = item(UUID.randomUUID());
        var fresh = item(UUID.randomUUID());
        try (var secrets = receipt.keys();
                var others = Receipt.random().keys()) {
            var reporter = new Reporter(
                    CASE, secrets.opening().recipient(), secrets.signing().verifying());
            var other = new Reporter(
                    UUID.randomUUID(),
                    others.opening().recipient(),
                    others.signing().verifying());
            assertThat(vault.takes(reporter, secrets.lookup(), List.of(first))).isTrue();
            assertThat(rows.rows).isEmpty();
            open(first);
            var before = Map.copyOf(rows.rows);
            assertThat(vault.takes(reporter, secrets.lookup(), List.of(first, fresh)))
                    .isTrue();
            assertThat(vault.takes(reporter, others.lookup(), List.of(first))).isFalse();
            assertThat(vault.takes(other, secrets.lookup(), List.of(fresh))).isFalse();
            assertThat(vault.takes(other, others.lookup(), List.of(first))).isFalse();
            assertThat(vault.takes(other, others.lookup(), List.of(fresh))).isTrue();
            var sealedAnew = item(first.header().context().item());
            assertThat(vault.takes(CASE, List.of(sealedAnew))).isFalse();
            assertThat(rows.rows).isEqualTo(before);
        }
    }

    private boolean openAgain(Reporter reporter, Receipt shown, SealedItem... items) {
        try (var secrets = shown.keys()) {
            return vault.openAgain(reporter, secrets.lookup(), List.of(items));
        }
    }

    @Test
    void a_case_that_was_just_opened_has_its_first_rows() {
        assertThat(CaseVault.firstRows(CASE)).hasSize(4).doesNotHaveDuplicates();
        open(item(UUID.randomUUID()));
        assertThat(vault.rowsOf(CASE))
                .containsAll(CaseVault.firstRows(CASE))
                .containsExactlyInAnyOrderElementsOf(rows.rows.keySet());
    }

    @Test
    void the_stored_number_of_a_class_of_rows_never_changes() {
        var classes = List.of(
                RowClass.CASE_KEY,
                RowClass.STANZAS,
                RowClass.RECEIPT,
                RowClass.STAFF,
                RowClass.TEXT_OF_CONTENT,
                RowClass.TEXT_OF_IDENTITY,
                RowClass.TEXT_OF_STAFF_NOTES);
        assertThat(classes).containsExactly(RowClass.values());
        assertThat(classes.stream().map(RowClass::code)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        for (var each : classes) assertThat(RowClass.of(each.code())).isEqualTo(each);
        for (int code : new int[] {-1, 0, 8})
            assertThatThrownBy(() -> RowClass.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_row_with_something_left_over_is_no_row_of_ours() {
        var reporter = open().encoded();
        var staff = secrets(1).encoded();
        assertThatThrownBy(() -> Reporter.decoded(Arrays.copyOf(reporter, reporter.length + 1)))
                .isInstanceOf(VaultFailed.class);
        assertThatThrownBy(() -> StaffSecrets.decoded(Arrays.copyOf(staff, staff.length + 1)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void secrets_of_staff_are_the_same_by_content_alone() {
        var bytes = new byte[] {1, 2, 3};
        var kept = Octets.of(bytes);
        bytes[0] = 9;
        assertThat(kept).isEqualTo(Octets.of(new byte[] {1, 2, 3})).hasSameHashCodeAs(Octets.of(new byte[] {1, 2, 3}));
        assertThat(kept).isNotEqualTo(Octets.of(bytes)).isNotEqualTo("123");
        assertThat(Set.of(kept)).doesNotContain(Octets.of(bytes));
    }

    @Test
    void older_secrets_of_staff_never_replace_newer_ones() {
        var staff = new StaffVault(TENANT, keys, rows);
        var person = UUID.randomUUID();
        var newest = secrets(2);
        staff.put("pemeriksa-1", person, newest);
        assertThatThrownBy(() -> staff.put("Pemeriksa-1", person, secrets(1))).isInstanceOf(StaleRow.class);
        assertThat(staff.of(" PEMERIKSA-1 ").orElseThrow()).isEqualTo(new StaffVault.Account(person, newest));
    }

    @Test
    void a_name_without_an_account_always_gets_the_same_salt() {
        var staff = new StaffVault(TENANT, keys, rows);
        assertThat(staff.decoy("nobody").phc()).isEqualTo(staff.decoy("Nobody").phc());
        assertThat(staff.decoy("nobody").phc())
                .isNotEqualTo(staff.decoy("somebody").phc());
    }

    private static StaffSecrets secrets(long version) {
        var part = Octets.of(new byte[] {1, 2, 3});
        return new StaffSecrets(version, Stretching.random().phc(), Digest.ZERO, part, part, part);
    }

    private Reporter open(SealedItem... items) {
        try (var secrets = receipt.keys()) {
            var reporter = new Reporter(
                    CASE, secrets.opening().recipient(), secrets.signing().verifying());
            vault.open(reporter, secrets.lookup(), List.of(items));
            return reporter;
        }
    }

    private static SealedItem item(UUID id) {
        var context = new Context(Kind.MSG_TO_TEAM, TENANT, UUID.randomUUID(), CASE, id, 1, 0);
        try (var signer = SigningKey.random();
                var reader = OpeningKey.random()) {
            var audience = new Recipients(Digest.ZERO, 0, List.of(reader.recipient()));
            return Seal.signed(context, Draft.of(Draft.MESSAGE, new byte[] {1}), signer, audience, Origin.SENDER)
                    .item();
        }
    }
}
