package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.TooLong;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Texts that the server reads, as rows beside the key of their case: one store deletes both, and leaves nothing of them
 * in its file. A blob would be a file of its own whose blocks nobody overwrites, and there may be a second one where
 * blobs wait or were put aside. A row is padded to whole steps, so that its length tells little.
 */
final class Texts {
    private static final int STEP = 1024;
    private static final int MOST = 128 * STEP;

    private final Vault vault;
    private final CaseKeys keys;
    private final RowSealing rows;

    Texts(Vault vault, CaseKeys keys, RowSealing rows) {
        this.vault = vault;
        this.keys = keys;
        this.rows = rows;
    }

    void begin(UUID caseId) {
        if (keys.exist(caseId)) return;
        var batch = new ArrayList<VaultRow>();
        for (var caseClass : CaseClass.values()) {
            try (var key = SymmetricKey.random()) {
                batch.add(keys.row(caseId, caseClass, key));
            }
        }
        vault.write(batch);
    }

    /** A class that is erased meanwhile has no key any more when the row is there. */
    UUID keep(UUID caseId, CaseClass caseClass, byte[] text) {
        var id = UUID.randomUUID();
        var row = row(caseId, caseClass, id);
        try (var key = keys.of(caseId, caseClass).orElseThrow(NoCaseKey::new)) {
            vault.write(List.of(rows.seal(key, row, caseClass.texts(), caseId, 0, 0, padded(text))));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
        if (vault.find(CaseKeys.id(caseId, caseClass)).isEmpty()) {
            vault.delete(row);
            throw new NoCaseKey();
        }
        return id;
    }

    Optional<byte[]> read(UUID caseId, CaseClass caseClass, UUID id) {
        var row = vault.find(row(caseId, caseClass, id));
        if (row.isEmpty()) return Optional.empty();
        return keys.of(caseId, caseClass).map(open -> {
            try (var key = open) {
                return text(rows.open(key, row.get()));
            }
        });
    }

    /** Without its key a text that comes meanwhile is noise, and is deleted here or by whoever brings it. */
    void erase(UUID caseId, CaseClass caseClass) {
        vault.delete(CaseKeys.id(caseId, caseClass));
        vault.delete(caseClass.texts(), caseId);
    }

    private static byte[] padded(byte[] text) {
        if (text.length > MOST) throw new TooLong();
        int size = (Integer.BYTES + text.length + STEP - 1) / STEP * STEP;
        return ByteBuffer.allocate(size).putInt(text.length).put(text).array();
    }

    private static byte[] text(byte[] padded) {
        try {
            var in = new StructReader(padded);
            return in.take(in.u32());
        } catch (OpenFailed irregular) {
            throw new VaultFailed(irregular);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static UUID row(UUID caseId, CaseClass caseClass, UUID id) {
        return RowSealing.id("text", Hex16.bytes(caseId), new byte[] {(byte) caseClass.code()}, Hex16.bytes(id));
    }
}
