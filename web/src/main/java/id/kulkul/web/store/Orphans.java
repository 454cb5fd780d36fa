package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts aside what a crash left behind between blob, vault and event: whatever no event needs now, none needed a day
 * ago, and nobody wrote or asked for since; a week later it is removed. What an event needs after all comes back.
 * Nothing is put aside that may be newer than the newest event: a history that is shorter than it was would make
 * orphans of what it has lost. A program that has just started does not know who did before, so it waits for the
 * reports that were on their way.
 */
final class Orphans {
    private static final int PAGE = 1000;
    private static final Duration GRACE = Duration.ofDays(1);
    private static final Duration ON_THE_WAY = Duration.ofHours(6);
    private static final Duration ASIDE = Duration.ofDays(7);

    private final StoredEvents history;
    private final FileBlobs blobs;
    private final SqliteVault vault;
    private final CaseVault cases;
    private final OrphanMemory memory;
    private final InstantSource clock;
    private final Instant began;

    Orphans(
            StoredEvents history,
            FileBlobs blobs,
            SqliteVault vault,
            CaseVault cases,
            OrphanMemory memory,
            InstantSource clock) {
        this.history = history;
        this.blobs = blobs;
        this.vault = vault;
        this.cases = cases;
        this.memory = memory;
        this.clock = clock;
        this.began = clock.instant();
        memory.last().ifPresent(look -> suspect(look.orphans()));
    }

    /** Looks for orphans and puts those aside that were orphans a day ago already; returns how many. */
    int collect() throws IOException {
        Instant now = clock.instant();
        Optional<OrphanMemory.Look> before = memory.last();
        if (before.isPresent() && !isDue(before.get(), now)) return 0;
        var references = new References(history);
        Set<String> orphans = orphans(references);
        Set<String> moved = moved(orphans, before, references, hour(now));
        takeBack(references);
        removeFrom(now, references);
        orphans.removeAll(moved);
        memory.remember(now, orphans);
        suspect(orphans);
        return moved.size();
    }

    private boolean isDue(OrphanMemory.Look before, Instant now) {
        boolean settled = before.orphans().isEmpty() || !began.plus(ON_THE_WAY).isAfter(now);
        return settled && !before.hour().plus(GRACE).isAfter(now);
    }

    /** What came into the history while the look went on is found by reading on right before. */
    private Set<String> moved(Set<String> orphans, Optional<OrphanMemory.Look> before, References references, long hour)
            throws IOException {
        Set<String> moved = new LinkedHashSet<>();
        if (before.isEmpty()) return moved;
        references.readOn();
        if (references.newest().isBefore(before.get().hour())) return moved;
        for (String orphan : before.get().orphans())
            if (orphans.contains(orphan) && !isNeeded(orphan, references) && setAside(orphan, hour)) moved.add(orphan);
        return moved;
    }

    /** What an event needs after all, since the history that holds it came back. */
    private void takeBack(References references) throws IOException {
        for (var address : blobs.quarantine().addresses()) if (references.hasBlob(address)) blobs.claim(address);
        for (var whose : vault.quarantine().whose()) {
            boolean needed = references.hasAggregate(Hex16.of(whose)) || references.hasStanzas(whose);
            if (needed) vault.quarantine().takeBack(whose);
        }
    }

    private void removeFrom(Instant now, References references) throws IOException {
        Instant limit = now.minus(ASIDE);
        if (references.newest().isBefore(limit)) return;
        blobs.quarantine().remove(hour(limit));
        vault.quarantine().remove(hour(limit));
    }

    private static long hour(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }

    private static boolean isNeeded(String orphan, References references) {
        String id = id(orphan);
        return switch (orphan.charAt(0)) {
            case 'b' -> references.hasBlob(Digest.parse(id));
            case 'c' -> references.hasAggregate(id);
            default -> references.hasStanzas(Hex16.parse(id));
        };
    }

    private void suspect(Set<String> orphans) {
        blobs.suspects()
                .are(orphans.stream()
                        .filter(orphan -> orphan.startsWith("blob"))
                        .map(orphan -> Digest.parse(id(orphan)))
                        .collect(Collectors.toSet()));
        vault.suspects()
                .are(orphans.stream()
                        .filter(orphan -> !orphan.startsWith("blob"))
                        .map(orphan -> Hex16.parse(id(orphan)))
                        .collect(Collectors.toSet()));
    }

    private Set<String> orphans(References references) throws IOException {
        var kept = blobs.addresses(); // before the history, so that what comes meanwhile is not taken for an orphan
        var rows = rows();
        references.readOn();
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

    private boolean setAside(String orphan, long hour) throws IOException {
        if (orphan.startsWith("blob")) {
            Digest address = Digest.parse(id(orphan));
            return blobs.suspects().remove(address, () -> blobs.setAside(address, hour));
        }
        UUID id = Hex16.parse(id(orphan));
        boolean wholeCase = orphan.startsWith("case");
        return vault.suspects()
                .remove(id, () -> vault.quarantine().put(wholeCase ? cases.rowsOf(id) : List.of(id), id, hour));
    }

    private static String id(String orphan) {
        return orphan.substring(orphan.indexOf(' ') + 1);
    }
}
