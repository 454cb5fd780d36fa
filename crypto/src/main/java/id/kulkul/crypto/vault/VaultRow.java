package id.kulkul.crypto.vault;

import java.util.UUID;

/** One sealed row: who it belongs to is known, what it says is not. */
public final class VaultRow {
    private final UUID id;
    private final RowClass rowClass;
    private final UUID owner;
    private final long kekEpoch;
    private final long version;
    private final byte[] blob;

    /**
     * A row as it is stored.
     *
     * @param owner the case or the person
     * @param kekEpoch the epoch of the key-encryption key, 0 for a row under a case's key
     * @param version from 0, and never back
     * @param blob not copied
     */
    public VaultRow(UUID id, RowClass rowClass, UUID owner, long kekEpoch, long version, byte[] blob) {
        this.id = id;
        this.rowClass = rowClass;
        this.owner = owner;
        this.kekEpoch = kekEpoch;
        this.version = version;
        this.blob = blob;
    }

    public UUID id() {
        return id;
    }

    public RowClass rowClass() {
        return rowClass;
    }

    public UUID owner() {
        return owner;
    }

    public long kekEpoch() {
        return kekEpoch;
    }

    public long version() {
        return version;
    }

    /** The ciphertext, not copied. */
    public byte[] blob() {
        return blob;
    }
}
