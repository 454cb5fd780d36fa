package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What was found missing or altered, each until it was found whole again. */
final class Lacking {
    private final Set<UUID> rows = ConcurrentHashMap.newKeySet();
    private final Set<UUID> alteredRows = ConcurrentHashMap.newKeySet();
    private final Set<Digest> blobs = ConcurrentHashMap.newKeySet();
    private final Set<Digest> alteredBlobs = ConcurrentHashMap.newKeySet();
    private final Set<String> declared;

    /** Passes over what was declared lost, in the lines of {@link Holdings}. */
    Lacking(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    /** A case or item whose rows are there, or that has none to look into. */
    void opening(UUID whose, boolean isWhole) {
        note(alteredRows, whose, !isWhole);
    }

    void row(UUID row, boolean isThere) {
        note(rows, row, !isThere && !declared.contains("row " + Hex16.of(row)));
    }

    void blob(Digest address, boolean isThere) {
        note(blobs, address, !isThere && !declared.contains("blob " + address.hex()));
        if (!isThere) alteredBlobs.remove(address);
    }

    void content(Digest address, boolean isWhole) {
        note(alteredBlobs, address, !isWhole);
    }

    private static <T> void note(Set<T> found, T one, boolean isLacking) {
        if (isLacking) found.add(one);
        else found.remove(one);
    }

    HoldingsDamage damage() {
        return new HoldingsDamage(rows.size(), alteredRows.size(), blobs.size(), alteredBlobs.size());
    }
}
