package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The erasable side of cases: their keys, the wrapped keys of their items, and the way from a receipt to a case. */
public final class CaseVault {
    private final VaultKeys keys;
    private final Vault vault;
    private final RowSealing rows;
    private final CaseKeys caseKeys;
    private final Reporters reporters;
    private final Texts texts;

    public CaseVault(UUID tenant, VaultKeys keys, Vault vault) {
        this.keys = keys;
        this.vault = vault;
        this.rows = new RowSealing(tenant);
        this.caseKeys = new CaseKeys(keys, vault, rows);
        this.reporters = new Reporters(tenant, keys, vault, rows);
        this.texts = new Texts(vault, caseKeys, rows);
    }

    /** Keeps fresh keys for a case whose texts the server reads; one that has any is left as it is. */
    public void begin(UUID caseId) {
        texts.begin(caseId);
    }

    /**
     * Keeps a text that the server reads and can erase, of at most 128 KiB, under the key of its class of the case;
     * wipes the given bytes and returns the number of the text. {@link NoCaseKey} where there is no such key, or no
     * more.
     */
    public UUID keep(UUID caseId, CaseClass caseClass, byte[] text) {
        return texts.keep(caseId, caseClass, text);
    }

    /** A text of that class of that case, for the caller to wipe; empty where it was erased, or never was. */
    public Optional<byte[]> read(UUID caseId, CaseClass caseClass, UUID text) {
        return texts.read(caseId, caseClass, text);
    }

    /**
     * Destroys the key of a class of a case and its texts with it, and what else lies under that key opens no more;
     * asked again it does the same. Clear copies in read models are deleted by those. Final only when the vault's key
     * turns: until then an old copy of the vault and the folder of keys give the texts back.
     */
    public void erase(UUID caseId, CaseClass caseClass) {
        texts.erase(caseId, caseClass);
    }

    /**
     * Keeps everything of a new case in one batch: fresh keys for its classes, its items' stanzas, and its reporter
     * under the receipt's look-up key.
     */
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
        batch.addAll(reporters.rows(reporter, lookup));
        vault.write(batch);
    }

    /** Keeps the stanzas of further items of a case, all or none; {@link StaleRow} if one of them has some. */
    public void add(UUID caseId, List<SealedItem> items) {
        var batch = new ArrayList<VaultRow>();
        for (var item : items) {
            try (var key = caseKeys.of(caseId, classOf(item)).orElseThrow(() -> new VaultFailed(new OpenFailed()))) {
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
     * Whether {@link #open} or {@link #openAgain} could keep a case: nothing that it names is another's. Nothing is
     * written, so that whoever is refused here has left nothing anywhere.
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
        var key = caseKeys.of(caseId, caseClass);
        if (key.isEmpty()) return List.of();
        try (var open = key.get()) {
            return Stanza.all(rows.open(open, row.get()));
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }

    /** The reporter of a receipt, by its look-up key of 32 bytes. */
    public Optional<Reporter> byReceipt(byte[] lookup) {
        return reporters.byReceipt(lookup);
    }

    /** The reporter of a case. */
    public Optional<Reporter> of(UUID caseId) {
        return reporters.of(caseId);
    }

    /**
     * Goes on with a case that an interrupted attempt opened: its keys and whatever it kept stay, only the stanzas that
     * are missing are written. False, and nothing written, if no case of this reporter lies under that look-up key;
     * {@link StaleRow} if an item's number is another's.
     */
    public boolean openAgain(Reporter reporter, byte[] lookup, List<SealedItem> items) {
        var owner = reporter.caseId();
        var pointer = reporters.pointer(owner);
        boolean same = of(owner).filter(reporter::equals).isPresent()
                && byReceipt(lookup).filter(reporter::equals).isPresent();
        if (pointer.isEmpty() || !same) return false;
        var batch = new ArrayList<VaultRow>();
        batch.add(newer(pointer.get()));
        for (var item : items) {
            if (isKept(owner, item)) continue;
            try (var key = caseKeys.of(owner, classOf(item)).orElseThrow(() -> new VaultFailed(new OpenFailed()))) {
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
        reporters.receipt(caseId).ifPresent(all::add);
        for (var rowClass : RowClass.values()) vault.of(rowClass, caseId).forEach(row -> all.add(row.id()));
        return all;
    }

    /**
     * The ids of the rows that every case has from its beginning: the keys of its classes, and the way to its reporter.
     */
    public static List<UUID> firstRows(UUID caseId) {
        var first = new ArrayList<UUID>();
        for (var caseClass : CaseClass.values()) first.add(CaseKeys.id(caseId, caseClass));
        first.add(Reporters.pointerId(caseId));
        return first;
    }

    /** The place of a receipt in the index. */
    public Digest rid(byte[] lookup) {
        return reporters.rid(lookup);
    }

    /** What fills the unused slot of a mailbox answer to this look-up key, known or not; at most 16,320 bytes. */
    public byte[] filler(byte[] lookup, long slot, int length) {
        return reporters.filler(lookup, slot, length);
    }

    /** Whether the rows that a case has from its beginning open, and lead to its reporter. */
    public boolean opens(UUID caseId) {
        return isWhole(() -> {
            for (var caseClass : CaseClass.values()) {
                var key = caseKeys.of(caseId, caseClass);
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

    private SymmetricKey fresh(UUID owner, CaseClass caseClass, List<VaultRow> batch) {
        var key = SymmetricKey.random();
        batch.add(caseKeys.row(owner, caseClass, key));
        return key;
    }

    private VaultRow stanzaRow(SymmetricKey key, UUID owner, SealedItem item) {
        var all = new ByteArrayOutputStream();
        item.stanzas().forEach(stanza -> all.writeBytes(stanza.encoded()));
        var id = stanzaId(item.header().context().item());
        return rows.seal(key, id, RowClass.STANZAS, owner, 0, 0, all.toByteArray());
    }

    private static CaseClass classOf(SealedItem item) {
        return CaseClass.of(item.header().context().kind());
    }

    /** The id of the row in which the stanzas of an item lie. */
    public static UUID stanzaId(UUID item) {
        return RowSealing.id("stanzas", Hex16.bytes(item));
    }
}
