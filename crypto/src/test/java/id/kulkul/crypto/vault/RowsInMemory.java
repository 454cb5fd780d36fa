package id.kulkul.crypto.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds rows for the length of a test. */
class RowsInMemory implements Vault {
    final Map<UUID, VaultRow> rows = new LinkedHashMap<>();

    @Override
    public void write(List<VaultRow> batch) {
        for (var row : batch) {
            var old = rows.get(row.id());
            if (old != null && old.version() >= row.version()) throw new StaleRow();
        }
        batch.forEach(row -> rows.put(row.id(), row));
    }

    @Override
    public Optional<VaultRow> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<VaultRow> of(RowClass rowClass, UUID owner) {
        return rows.values().stream()
                .filter(row -> row.rowClass() == rowClass && row.owner().equals(owner))
                .toList();
    }

    @Override
    public boolean delete(UUID id) {
        return rows.remove(id) != null;
    }

    @Override
    public int delete(RowClass rowClass, UUID owner) {
        var all = of(rowClass, owner);
        all.forEach(row -> rows.remove(row.id()));
        return all.size();
    }
}
