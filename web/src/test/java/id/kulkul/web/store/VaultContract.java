package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultRow;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every vault promises, wherever its rows lie. */
abstract class VaultContract {
    static final UUID CASE = UUID.randomUUID();

    abstract Vault vault();

    @Test
    void a_row_comes_back_as_it_was_written() {
        var row = row(0, "sealed");
        vault().write(List.of(row));
        var found = vault().find(row.id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(row);
    }

    @Test
    void rows_are_written_all_or_none() {
        var kept = row(0, "kept");
        vault().write(List.of(kept));
        var fresh = row(0, "fresh");
        assertThatThrownBy(() -> vault().write(List.of(fresh, kept))).isInstanceOf(StaleRow.class);
        assertThat(vault().find(fresh.id())).isEmpty();
    }

    @Test
    void a_version_never_goes_back() {
        var id = UUID.randomUUID();
        vault().write(List.of(row(id, 3, "third")));
        assertThatThrownBy(() -> vault().write(List.of(row(id, 2, "second")))).isInstanceOf(StaleRow.class);
        assertThatThrownBy(() -> vault().write(List.of(row(id, 3, "again")))).isInstanceOf(StaleRow.class);
        vault().write(List.of(row(id, 4, "fourth")));
        assertThat(vault().find(id).orElseThrow().version()).isEqualTo(4);
    }

    @Test
    void a_row_never_changes_its_class_or_its_owner() {
        var id = UUID.randomUUID();
        vault().write(List.of(row(id, 0, "mine")));
        var stranger = new VaultRow(id, RowClass.STANZAS, UUID.randomUUID(), 0, 1, new byte[1]);
        var other = new VaultRow(id, RowClass.STAFF, CASE, 0, 1, new byte[1]);
        assertThatThrownBy(() -> vault().write(List.of(stranger))).isInstanceOf(StaleRow.class);
        assertThatThrownBy(() -> vault().write(List.of(other))).isInstanceOf(StaleRow.class);
    }

    @Test
    void rows_are_found_by_class_and_owner() {
        var owner = UUID.randomUUID();
        var first = new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, owner, 1, 0, new byte[] {1});
        var second = new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, owner, 1, 0, new byte[] {2});
        vault().write(List.of(first, second, row(0, "other")));
        assertThat(vault().of(RowClass.CASE_KEY, owner))
                .extracting(VaultRow::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(vault().of(RowClass.STANZAS, owner)).isEmpty();
    }

    @Test
    void a_deleted_row_is_gone() {
        var row = row(0, "gone");
        vault().write(List.of(row));
        assertThat(vault().delete(row.id())).isTrue();
        assertThat(vault().delete(row.id())).isFalse();
        assertThat(vault().find(row.id())).isEmpty();
    }

    @Test
    void all_rows_of_a_class_and_an_owner_are_deleted_and_no_other() {
        var owner = UUID.randomUUID();
        var first = new VaultRow(UUID.randomUUID(), RowClass.TEXT_OF_CONTENT, owner, 0, 0, new byte[] {1});
        var second = new VaultRow(UUID.randomUUID(), RowClass.TEXT_OF_CONTENT, owner, 0, 0, new byte[] {2});
        var other = new VaultRow(UUID.randomUUID(), RowClass.TEXT_OF_IDENTITY, owner, 0, 0, new byte[] {3});
        var others = new VaultRow(UUID.randomUUID(), RowClass.TEXT_OF_CONTENT, CASE, 0, 0, new byte[] {4});
        vault().write(List.of(first, second, other, others));
        assertThat(vault().delete(RowClass.TEXT_OF_CONTENT, owner)).isEqualTo(2);
        assertThat(vault().delete(RowClass.TEXT_OF_CONTENT, owner)).isZero();
        assertThat(vault().of(RowClass.TEXT_OF_CONTENT, owner)).isEmpty();
        assertThat(vault().find(other.id())).isPresent();
        assertThat(vault().find(others.id())).isPresent();
        vault().write(List.of(first));
        assertThat(vault().find(first.id())).isPresent();
    }

    @Test
    void a_thread_that_must_not_wait_is_refused() {
        var looking = Mono.fromCallable(() -> vault().find(UUID.randomUUID())).subscribeOn(Schedulers.parallel());
        var writing =
                Mono.fromRunnable(() -> vault().write(List.of(row(0, "x")))).subscribeOn(Schedulers.parallel());
        assertThatThrownBy(looking::block).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writing::block).isInstanceOf(IllegalStateException.class);
    }

    static VaultRow row(long version, String sealed) {
        return row(UUID.randomUUID(), version, sealed);
    }

    static VaultRow row(UUID id, long version, String sealed) {
        return new VaultRow(
                id, RowClass.STANZAS, CASE, 0, version, sealed.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
