package id.kulkul.web.store;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes what a crash left behind between blob, vault and event: whatever no event needs now and none needed a day ago.
 * What was seen without an event is remembered in a file that tells the hour of the look, and of no single blob or row.
 */
final class Orphans {
    private static final int PAGE = 1000;
    private static final Duration GRACE = Duration.ofDays(1);

    private final StoredEvents history;
    private final FileBlobs blobs;
    private final SqliteVault vault;
    private final CaseVault cases;
    private final Path memory;
    private final Clock clock;

    Orphans(StoredEvents history, FileBlobs blobs, SqliteVault vault, CaseVault cases, Path memory, Clock clock) {
        this.history = history;
        this.blobs = blobs;
        this.vault = vault;
        this.cases = cases;
        this.memory = memory;
        this.clock = clock;
    }

    /** Looks for orphans and removes those that were orphans a day ago already; returns how many it removed. */
    int collect() throws IOException {
        var now = clock.instant();
        var before = remembered();
        boolean due = before.size() > 0
                && !Instant.parse(before.getFirst()).plus(GRACE).isAfter(now);
        if (!before.isEmpty() && !due) return 0;
        var orphans = orphans();
        var removed = new LinkedHashSet<>(orphans);
        removed.retainAll(before);
        for (var orphan : removed) remove(orphan);
        orphans.removeAll(removed);
        remember(now.truncatedTo(ChronoUnit.HOURS), orphans);
        return removed.size();
    }

    private Set<String> orphans() throws IOException {
        var kept = blobs.addresses(); // before the history, so that what comes meanwhile is not taken for an orphan
        var rows = rows();
        var references = References.of(history);
        var orphans = new LinkedHashSet<String>();
        for (var address : kept) if (!references.hasBlob(address)) orphans.add("blob " + address.hex());
        for (var row : rows) {
            if (!references.hasAggregate(Hex16.of(row.owner()))) orphans.add("case " + Hex16.of(row.owner()));
            else if (row.rowClass() == RowClass.STANZAS && !references.hasStanzas(row.id()))
                orphans.add("row " + Hex16.of(row.id()));
        }
        return orphans;
    }

    /** All rows that belong to a case, without what is sealed in them. */
    private List<VaultRow> rows() {
        var rows = new ArrayList<VaultRow>();
        var last = Hex16.ZERO;
        for (var page = vault.after(last, PAGE); !page.isEmpty(); page = vault.after(last, PAGE)) {
            for (var row : page) if (isOfACase(row)) rows.add(withoutContent(row));
            last = page.getLast().id();
        }
        return rows;
    }

    private static boolean isOfACase(VaultRow row) {
        return row.rowClass() != RowClass.STAFF && !row.owner().equals(Hex16.ZERO);
    }

    private static VaultRow withoutContent(VaultRow row) {
        return new VaultRow(row.id(), row.rowClass(), row.owner(), row.kekEpoch(), row.version(), new byte[0]);
    }

    private void remove(String orphan) throws IOException {
        var id = orphan.substring(orphan.indexOf(' ') + 1);
        switch (orphan.charAt(0)) {
            case 'b' -> blobs.delete(Digest.parse(id));
            case 'c' -> cases.forget(Hex16.parse(id));
            default -> vault.delete(Hex16.parse(id));
        }
    }

    private List<String> remembered() throws IOException {
        return Files.exists(memory) ? Files.readAllLines(memory) : List.of();
    }

    private void remember(Instant hour, Set<String> orphans) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(hour.toString());
        lines.addAll(orphans);
        Files.write(memory, lines);
    }
}
