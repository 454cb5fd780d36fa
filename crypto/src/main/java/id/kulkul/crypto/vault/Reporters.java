package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.receipt.ReceiptIndex;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The way from a receipt to its reporter, and from a case to the same. */
final class Reporters {
    private final UUID tenant;
    private final VaultKeys keys;
    private final Vault vault;
    private final RowSealing rows;

    Reporters(UUID tenant, VaultKeys keys, Vault vault, RowSealing rows) {
        this.tenant = tenant;
        this.keys = keys;
        this.vault = vault;
        this.rows = rows;
    }

    /** The rows of a new reporter, which are not written yet. */
    List<VaultRow> rows(Reporter reporter, byte[] lookup) {
        var kek = keys.kek();
        var owner = reporter.caseId();
        var receipt = receiptId(rid(lookup));
        return List.of(
                rows.seal(kek.key(), receipt, RowClass.RECEIPT, Hex16.ZERO, kek.epoch(), 0, reporter.encoded()),
                rows.seal(kek.key(), pointerId(owner), RowClass.RECEIPT, owner, kek.epoch(), 0, Hex16.bytes(receipt)));
    }

    Optional<Reporter> byReceipt(byte[] lookup) {
        return reporter(receiptId(rid(lookup)));
    }

    Optional<Reporter> of(UUID caseId) {
        return receipt(caseId).flatMap(this::reporter);
    }

    /** The row that the receipt of a case leads to. */
    Optional<UUID> receipt(UUID caseId) {
        return pointer(caseId).map(row -> Hex16.uuid(rows.open(keys.kek().key(), row)));
    }

    Optional<VaultRow> pointer(UUID caseId) {
        return vault.find(pointerId(caseId));
    }

    Digest rid(byte[] lookup) {
        return ReceiptIndex.of(keys.pepper(), tenant, lookup);
    }

    byte[] filler(byte[] lookup, long slot, int length) {
        return ReceiptIndex.filler(keys.pepper(), rid(lookup), slot, length);
    }

    private Optional<Reporter> reporter(UUID id) {
        return vault.find(id).map(row -> Reporter.decoded(rows.open(keys.kek().key(), row)));
    }

    private static UUID receiptId(Digest rid) {
        return RowSealing.id("receipt", rid.bytes());
    }

    static UUID pointerId(UUID caseId) {
        return RowSealing.id("reporter", Hex16.bytes(caseId));
    }
}
