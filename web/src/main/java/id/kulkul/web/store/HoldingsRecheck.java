package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.StoredEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Looks again, a few events at a time and for ever, whether vault and blob folder hold what the history names and
 * whether the rows of the vault open. It looks from the event only: what has no event yet, or never gets one, is not
 * asked for.
 */
final class HoldingsRecheck {
    private final Walk walk;
    private final FileBlobs blobs;
    private final SqliteVault vault;
    private final CaseVault cases;
    private final Predicate<StoredEvent> intact;
    private final Lacking lacking;

    HoldingsRecheck(
            Walk walk,
            FileBlobs blobs,
            SqliteVault vault,
            CaseVault cases,
            Predicate<StoredEvent> intact,
            Lacking lacking) {
        this.walk = walk;
        this.blobs = blobs;
        this.vault = vault;
        this.cases = cases;
        this.intact = intact;
        this.lacking = lacking;
    }

    /** Looks at what so many events name, or fewer where a round ends; whether one did. */
    boolean next(int events) throws IOException {
        for (int i = 0; i < events; i++) {
            Optional<StoredEvent> event = walk.next();
            if (event.isEmpty()) return true;
            if (intact.test(event.get())) look(event.get());
        }
        return false;
    }

    private void look(StoredEvent event) throws IOException {
        UUID owner = Hex16.parse(event.aggregate());
        if (References.isBeginning(event)) {
            for (UUID row : CaseVault.firstRows(owner)) isFound(row);
            lacking.opening(owner, !hasAll(owner) || cases.opens(owner));
        }
        for (var item : References.items(event)) {
            UUID stanzas = CaseVault.stanzaId(item.context().item());
            lacking.opening(stanzas, !isFound(stanzas) || !hasAll(owner) || cases.opens(owner, item));
            lacking.blob(item.ctSha256(), blobs.claim(item.ctSha256()));
        }
    }

    /**
     * Whether every row is there with which a case begins; where one is missing, that is told, and nothing of the case
     * opens.
     */
    private boolean hasAll(UUID owner) {
        return CaseVault.firstRows(owner).stream().allMatch(vault::has);
    }

    private boolean isFound(UUID row) {
        boolean there = isThere(row);
        lacking.row(row, there);
        return there;
    }

    /** What only waits in the quarantine is taken back; another may just have done so. */
    private boolean isThere(UUID row) {
        if (vault.has(row)) return true;
        vault.quarantine().whose(row).ifPresent(vault.quarantine()::takeBack);
        return vault.has(row);
    }
}
