package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Compares what the history names with what vault and blob folder hold: an older copy of either lacks something. */
public final class Holdings {
    private final StoredEvents history;
    private final FileBlobs blobs;
    private final SqliteVault vault;

    Holdings(StoredEvents history, FileBlobs blobs, SqliteVault vault) {
        this.history = history;
        this.blobs = blobs;
        this.vault = vault;
    }

    /**
     * What events name and nothing holds, as lines {@code row ID} and {@code blob ADDRESS}; what only waits in a
     * quarantine is taken back. The other way round nothing is looked for: between vault and event every crash leaves
     * rows and blobs without an event, as many as reports were on their way, and no row tells its time. That a history
     * is shorter than it was is told by what was signed for.
     *
     * @param intact whether an event is what it was; another one names nothing
     */
    public SortedSet<String> missing(Predicate<StoredEvent> intact) throws IOException {
        var references = new References(history, intact);
        references.readOn();
        takeBack(references);
        var missing = new TreeSet<String>();
        references.rows().filter(row -> !vault.has(row)).forEach(row -> missing.add("row " + Hex16.of(row)));
        for (Digest address : (Iterable<Digest>) references.blobs()::iterator)
            if (!blobs.claim(address)) missing.add("blob " + address.hex());
        return missing;
    }

    private void takeBack(References references) {
        for (UUID whose : vault.quarantine().whose())
            if (references.hasAggregate(Hex16.of(whose)) || references.hasStanzas(whose))
                vault.quarantine().takeBack(whose);
    }
}
