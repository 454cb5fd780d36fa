package id.kulkul.crypto.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where sealed rows lie. Every method may wait for a disk and refuses a thread that must not wait; a failing disk is a
 * {@link VaultFailed}.
 */
public interface Vault {
    /**
     * Writes all rows or none; once it returns they survive the end of the process.
     *
     * @throws StaleRow if one of them is not newer than the stored row of its id
     */
    void write(List<VaultRow> rows);

    Optional<VaultRow> find(UUID id);

    /** Every row of a class that belongs to a case or a person. */
    List<VaultRow> of(RowClass rowClass, UUID owner);

    /**
     * Deletes a row for good, also one that was put aside: once it returns, no file of this store holds any of its
     * bytes. False if there was none; whoever got no answer asks again.
     */
    boolean delete(UUID id);

    /** The same for every row of a class that belongs to a case or a person; returns how many there were. */
    int delete(RowClass rowClass, UUID owner);
}
