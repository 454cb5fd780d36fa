package id.kulkul.web.store;

import java.util.Optional;
import java.util.stream.Stream;

/** How the stores of this home are at this moment, told without waiting for a disk. */
public final class StoreCondition {
    private final GroupCommitEvents history;
    private final SqliteVault vault;
    private final DiskRoom disk;

    StoreCondition(GroupCommitEvents history, SqliteVault vault, DiskRoom disk) {
        this.history = history;
        this.vault = vault;
        this.disk = disk;
    }

    /**
     * Why history or vault take nothing: a store that has stopped before one that is paused; nothing while both are
     * well.
     */
    public Optional<StoreRefused> refusal() {
        return Stream.of(history.refusal(), vault.refusal())
                .filter(java.util.Objects::nonNull)
                .min((one, other) -> Boolean.compare(one instanceof StorePaused, other instanceof StorePaused));
    }

    /** Whether reading has met damage of history or vault. */
    public boolean isDamaged() {
        return history.isDamaged() || vault.isDamaged();
    }

    /** The disk that they are on. */
    public DiskRoom disk() {
        return disk;
    }
}
