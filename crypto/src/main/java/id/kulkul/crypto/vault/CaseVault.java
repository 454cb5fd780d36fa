package id.kulkul.crypto.vault;

import id.kulkul.crypto.receipt.ReceiptIndex;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.SymmetricKey;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The erasable side of cases: their keys, the wrapped keys of their items, and the way from a receipt to a case. */
public final class CaseVault {
    private static final UUID NOBODY = new UUID(0, 0);

    private final UUID tenant;
    private final VaultKeys keys;
    private final Vault vault;
    private final Rows rows;

    public CaseVault(UUID tenant, VaultKeys keys, Vault vault) {
        this.tenant = tenant;
        this.keys = keys;
        this.vault = vault;
        this.rows = new Rows(tenant);
    }

    /** Keeps everything of a new case in one batch: fresh keys for its classes, its items' stanzas, and its reporter under the receipt's look-up key. */
    public void open(Reporter reporter, byte[] lookup, List<SealedItem> items) {
        var batch = new ArrayList<VaultRow>();
        var owner = reporter.caseId();
        try (var content = fresh(owner, CaseClass.CONTENT, batch);
                var identity = fresh(owner, CaseClass.IDENTITY, batch);
                var notes = fresh(owner, CaseClass.STAFF_NOTES, batch)) {
            for (var item : items) {
                var key =
                        switch (classOf(item)) {
                            case CONTENT -> content;
                            case IDENTITY -> identity;
                            case STAFF_NOTES -> notes;
                        };
                batch.add(stanzaRow(key, owner, item));
            }
        }
        var id = receiptRow(rid(lookup));
        batch.add(rows.seal(
                keys.kek().key(), id, RowClass.RECEIPT, NOBODY, keys.kek().epoch(), 0, reporter.encoded()));
        batch.add(pointer(owner, id));
        vault.write(batch);
    }

    /** Keeps the stanzas of further items of a case, all or none; {@link StaleRow} if one of them has some. */
    public void add(UUID caseId, List<SealedItem> items) {
        var batch = new ArrayList<VaultRow>();
        for (var item : items) {
            try (var key = caseKey(caseId, classOf(item)).orElseThrow(() -> new VaultFailed(new OpenFailed()))) {
                batch.add(stanzaRow(key, caseId, item));
            }
        }
        vault.write(batch);
    }

    /** Whether items could be kept for a case: each has no stanzas yet, or exactly its own. Nothing is written. */
    public boolean takes(UUID caseId, List<SealedItem> items) {
        return items.stream()
                .allMatch(item -> isKept(caseId, item)
                        || vault.find(stanzaId(item.header().context().item())).isEmpty());
    }

    /**
     * Whether {@link #open} or {@link #openAgain} could keep a case: nothing that it names is another's. Nothing is written, so that
     * whoever is refused here has left nothing anywhere.
     */
    public boolean takes(Reporter reporter, byte[] lookup, List<SealedItem> items) {
        var known = of(reporter.caseId());
        var named = byReceipt(lookup);
        boolean fresh = known.isEmpty() && named.isEmpty();
        boolean again = known.filter(reporter::equals).isPresent()
                && named.filter(reporter::equals).isPresent();
        return (fresh || again) && takes(reporter.caseId(), items);
    }

    private boolean isKept(UUID caseId, SealedItem item) {
        return item.header().covers(stanzas(caseId, item.header().context().item(), classOf(item)));
    }

    /** The stanzas of an item in the order of its header, or none where they or their key were erased. */
    public List<Stanza> stanzas(UUID caseId, UUID item, CaseClass caseClass) {
        var row = vault.find(stanzaId(item));
        if (row.isEmpty() || !row.get().owner().equals(caseId)) return List.of();
        var key = caseKey(caseId, caseClass);
        if (key.isEmpty()) return List.of();
        try (var open = key.get()) {
            return Stanza.all(rows.open(open, row.get()));
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }

    /** The reporter of a receipt, by its look-up key of 32 bytes. */
    public Optional<Reporter> byReceipt(byte[] lookup) {
        return reporter(receiptRow(rid(lookup)));
    }

    /** The reporter of a case. */
    public Optional<Reporter> of(UUID caseId) {
        return vault.find(pointerId(caseId)).flatMap(row -> {
            var plain = rows.open(keys.kek().key(), row);
            return reporter(Hex16.uuid(plain));
        });
    }

    /**
     * Goes on with a case that an interrupted attempt opened: its keys and whatever it kept stay, only the stanzas that are missing are
     * written. False, and nothing written, if no case of this reporter lies under that look-up key; {@link StaleRow} if an item's number is
     * another's.
     */
    public boolean openAgain(Reporter reporter, byte[] lookup, List<SealedItem> items) {
        var owner = reporter.caseId();
        var pointer = vault.find(pointerId(owner));
        boolean same = of(owner).filter(reporter::equals).isPresent()
                && byReceipt(lookup).filter(reporter::equals).isPresent();
        if (pointer.isEmpty() || !same) return false;
        var batch = new ArrayList<VaultRow>();
        batch.add(newer(pointer.get()));
        for (var item : items) {
            if (isKept(owner, item)) continue;
            try (var key = caseKey(owner, classOf(item)).orElseThrow(() -> new VaultFailed(new OpenFailed()))) {
                batch.add(stanzaRow(key, owner, item));
            }
        }
        vault.write(batch);
        return true;
    }

    /** The same row written again, so that nobody takes the rows of its owner for what a crash left behind. */
    private VaultRow newer(VaultRow row) {
        var kek = keys.kek();
        byte[] plain = rows.open(kek.key(), row);
        return rows.seal(kek.key(), row.id(), row.rowClass(), row.owner(), kek.epoch(), row.version() + 1, plain);
    }

    /** The ids of all rows of a case, the way from its receipt included. */
    public List<UUID> rowsOf(UUID caseId) {
        var all = new ArrayList<UUID>();
        vault.find(pointerId(caseId))
                .ifPresent(row -> all.add(Hex16.uuid(rows.open(keys.kek().key(), row))));
        for (var rowClass : RowClass.values()) vault.of(rowClass, caseId).forEach(row -> all.add(row.id()));
        return all;
    }

    /** The ids of the rows that every case has from its beginning: the keys of its classes, and the way to its reporter. */
    public static List<UUID> firstRows(UUID caseId) {
        var first = new ArrayList<UUID>();
        for (var caseClass : CaseClass.values()) first.add(caseKeyId(caseId, caseClass));
        first.add(pointerId(caseId));
        return first;
    }

    /** The place of a receipt in the index. */
    public Digest rid(byte[] lookup) {
        return ReceiptIndex.of(keys.pepper(), tenant, lookup);
    }

    /** What fills the unused slot of a mailbox answer to this look-up key, known or not; at most 16,320 bytes. */
    public byte[] filler(byte[] lookup, long slot, int length) {
        return ReceiptIndex.filler(keys.pepper(), rid(lookup), slot, length);
    }

    /** Whether the rows that a case has from its beginning open, and lead to its reporter. */
    public boolean opens(UUID caseId) {
        return isWhole(() -> {
            for (var caseClass : CaseClass.values()) {
                var key = caseKey(caseId, caseClass);
                if (key.isEmpty()) return false;
                key.get().close();
            }
            return of(caseId).isPresent();
        });
    }

    /** Whether the stanzas of an item open and are those of its header. */
    public boolean opens(UUID caseId, ItemHeader item) {
        return isWhole(() -> item.covers(stanzas(
                caseId, item.context().item(), CaseClass.of(item.context().kind()))));
    }

    private static boolean isWhole(BooleanSupplier look) {
        try {
            return look.getAsBoolean();
        } catch (VaultFailed failed) {
            if (failed.getCause() instanceof OpenFailed) return false;
            throw failed;
        }
    }

    private Optional<Reporter> reporter(UUID id) {
        return vault.find(id).map(row -> Reporter.decoded(rows.open(keys.kek().key(), row)));
    }

    private SymmetricKey fresh(UUID owner, CaseClass caseClass, List<VaultRow> batch) {
        var key = SymmetricKey.random();
        var id = caseKeyId(owner, caseClass);
        batch.add(rows.seal(
                keys.kek().key(), id, RowClass.CASE_KEY, owner, keys.kek().epoch(), 0, key.bytes()));
        return key;
    }

    private Optional<SymmetricKey> caseKey(UUID owner, CaseClass caseClass) {
        return vault.find(caseKeyId(owner, caseClass)).map(row -> {
            var plain = rows.open(keys.kek().key(), row);
            try {
                return SymmetricKey.of(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        });
    }

    private VaultRow stanzaRow(SymmetricKey key, UUID owner, SealedItem item) {
        var all = new ByteArrayOutputStream();
        item.stanzas().forEach(stanza -> all.writeBytes(stanza.encoded()));
        var id = stanzaId(item.header().context().item());
        return rows.seal(key, id, RowClass.STANZAS, owner, 0, 0, all.toByteArray());
    }

    private VaultRow pointer(UUID owner, UUID receiptRow) {
        var kek = keys.kek();
        return rows.seal(kek.key(), pointerId(owner), RowClass.RECEIPT, owner, kek.epoch(), 0, Hex16.bytes(receiptRow));
    }

    private static CaseClass classOf(SealedItem item) {
        return CaseClass.of(item.header().context().kind());
    }

    private static UUID caseKeyId(UUID owner, CaseClass caseClass) {
        return Rows.id("case-key", Hex16.bytes(owner), new byte[] {(byte) caseClass.code()});
    }

    /** The id of the row in which the stanzas of an item lie. */
    public static UUID stanzaId(UUID item) {
        return Rows.id("stanzas", Hex16.bytes(item));
    }

    private static UUID receiptRow(Digest rid) {
        return Rows.id("receipt", rid.bytes());
    }

    private static UUID pointerId(UUID caseId) {
        return Rows.id("reporter", Hex16.bytes(caseId));
    }
}
