package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.WrapSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Grows a small history of protected reports and writes it as exports, honestly; a test spoils it afterwards. */
public final class History {

    public static final HybridKey ROOT = HybridKey.of(Fixtures.filled(60), Fixtures.filled(61));
    public static final String POLICY = TrustPolicy.withoutWitnesses(List.of(Fixtures.KEYS));
    public static final byte[] MANIFEST = manifest(1, Digest.ZERO, POLICY);
    public static final byte[] LATER_MANIFEST = manifest(2, digest(MANIFEST), POLICY);

    private static final long HOUR = Fixtures.MARK.toEpochMilli() / 3_600_000 * 3_600_000;
    private static final UUID NOBODY = new UUID(0, 0);

    public final MerkleTree tree = new MerkleTree();
    public final List<ExportLine> lines = new ArrayList<>();
    private final Map<Long, SignedCheckpoint> signed = new HashMap<>();

    private LogKeys keys;
    private final boolean listsLeaves;
    private final List<EventRow> waiting = new ArrayList<>();
    private final List<EventRow> covered = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private int events;

    public History(LogKeys keys, boolean listsLeaves) {
        this.keys = keys;
        this.listsLeaves = listsLeaves;
    }

    /** The story up to its second checkpoint, after which it may be told as it was or otherwise. */
    public static History begun() {
        return begin(new History(Fixtures.KEYS, true));
    }

    /** The story as far as {@link #begun()}. */
    public static History begin(History history) {
        history.event(1, "report-submitted", item(1, 0)).event(2, "report-submitted", item(2, 0));
        history.event(1, "report-acknowledged").event(2, "item-opened").event(1, "reporter-asked", item(1, 1));
        return history.checkpoint(1).checkpoint(2);
    }

    /** Three reports under three checkpoints of eight leaves, the second with nothing but padding. */
    public static History story() {
        return story(new History(Fixtures.KEYS, true));
    }

    public static History story(History history) {
        begin(history);
        history.event(3, "report-submitted", item(3, 0))
                .event(2, "report-declined")
                .event(2, "report-closed");
        history.event(2, "item-opened");
        return history.checkpoint(3);
    }

    public History event(int report, String name, ItemHeader... items) {
        return event(report, name, NOBODY, items);
    }

    public History event(int report, String name, UUID actor, ItemHeader... items) {
        UUID aggregate = report(report);
        long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        return add(row(aggregate, sequence, name, actor, events++, items));
    }

    /** An event of the one proposal to set reports aside. */
    public History flood(String what, UUID actor) {
        UUID aggregate = new UUID(0xf100dL, 1);
        long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        EventRow like = row(aggregate, sequence, "report-acknowledged", actor, events++);
        return add(new EventRow(
                like.eventId(),
                "flood",
                aggregate,
                sequence,
                "setting-aside-" + what,
                "1",
                like.timeMillis(),
                like.payload(),
                like.tenant(),
                actor,
                like.salt(),
                like.subject()));
    }

    public History add(EventRow row) {
        waiting.add(row);
        lines.add(new ExportLine.Event(row));
        return this;
    }

    public static EventRow row(UUID report, long sequence, String name, UUID actor, int number, ItemHeader... items) {
        return new EventRow(
                new UUID(0xe000L, number),
                "report",
                report,
                sequence,
                name,
                "1",
                HOUR,
                payload(items),
                Fixtures.TENANT,
                actor,
                new UUID(0x5a17L, number),
                ItemHeader.subject(List.of(items)));
    }

    private static byte[] payload(ItemHeader... items) {
        List<String> texts = new ArrayList<>();
        for (ItemHeader item : items) {
            texts.add('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(item.encoded()) + '"');
        }
        String json = "{\"report\":\"x\"" + (texts.isEmpty() ? "}" : ",\"items\":[" + String.join(",", texts) + "]}");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** A loss is declared: what comes from now on is signed in that generation. */
    public History restored(int generation) {
        keys = keys.in(keys.origin().inGeneration(generation));
        return this;
    }

    /** The checkpoint that a log without events signs at its first mark. */
    public History emptyCheckpoint() {
        return checkpoint(0, 0);
    }

    /** A checkpoint without anything new, as a log signs one first when it goes on in another origin. */
    public History signedAgain(int quarter) {
        return checkpoint(quarter, 0);
    }

    /** A checkpoint some quarters of an hour later, padded to a multiple of eight. */
    public History checkpoint(int quarter) {
        int padding = (int) (8 - (tree.size() + waiting.size()) % 8) % 8;
        return checkpoint(quarter, waiting.isEmpty() ? 8 : padding);
    }

    private History checkpoint(int quarter, int padding) {
        UUID seed = new UUID(0x9addL, quarter);
        List<Digest> leaves = new ArrayList<>();
        for (EventRow row : waiting) leaves.add(hash(row));
        for (EventRow row : waiting) {
            covered.add(row);
            indexes.add(tree.size());
            tree.append(hash(row));
        }
        for (int i = 0; i < padding; i++) tree.append(Padding.leafHash(seed, i));
        waiting.clear();
        Instant mark = Fixtures.MARK.plusSeconds(900L * quarter);
        SignedCheckpoint note = keys.sign(tree.size(), tree.root(tree.size()), mark);
        signed.put(tree.size(), note);
        lines.add(new ExportLine.Marked(new RecordedCheckpoint(
                mark.toEpochMilli(),
                tree.size(),
                tree.root(tree.size()),
                padding,
                seed,
                note.note(),
                listsLeaves ? leaves : List.of())));
        return this;
    }

    private static Digest hash(EventRow row) {
        try {
            return row.leaf(EventTypes.standard()).hash();
        } catch (InvalidEvidence e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The file of the whole log. */
    public List<String> whole() {
        List<String> file = head(false);
        lines.forEach(line -> file.add(line.text()));
        return file;
    }

    /** The file of one report under the newest checkpoint. */
    public List<String> ofCase(int report) {
        List<String> file = head(true);
        SignedCheckpoint newest = newest();
        Checkpoint checkpoint = newest.checkpoint();
        long mark = ((ExportLine.Marked) lines.getLast()).checkpoint().mark();
        file.add(new ExportLine.Marked(new RecordedCheckpoint(
                        mark, checkpoint.size(), checkpoint.root(), 0, NOBODY, newest.note(), List.of()))
                .text());
        for (int i = 0; i < covered.size(); i++) {
            if (!covered.get(i).aggregate().equals(report(report))) continue;
            long index = indexes.get(i);
            file.add(new ExportLine.CaseEvent(covered.get(i), index, tree.inclusion(index, tree.size())).text());
        }
        return file;
    }

    /** The receipt of the event with that number, counted from 0. */
    public TlogProof receipt(int number) throws InvalidEvidence {
        long index = indexes.get(number);
        return new TlogProof(
                covered.get(number).leaf(EventTypes.standard()), index, tree.inclusion(index, tree.size()), newest());
    }

    public SignedCheckpoint newest() {
        return at(tree.size());
    }

    public SignedCheckpoint at(long size) {
        return Objects.requireNonNull(signed.get(size));
    }

    private List<String> head(boolean ofOneCase) {
        List<String> file = new ArrayList<>();
        file.add(new ExportLine.Header(keys.origin(), ofOneCase).text());
        file.add(new ExportLine.RootKeys(ROOT.publicKey()).text());
        file.add(new ExportLine.Policy(POLICY).text());
        file.add(signed(MANIFEST));
        return file;
    }

    /** The same file with a second list, which names another policy. */
    public static List<String> under(String policy, List<String> file) {
        List<String> lines = new ArrayList<>(file);
        byte[] list = manifest(2, digest(MANIFEST), policy);
        lines.addAll(4, List.of(new ExportLine.Policy(policy).text(), signed(list)));
        return lines;
    }

    /** The line of a manifest that the root signed. */
    public static String signed(byte[] manifest) {
        byte[] message = ManifestChain.signedMessage(digest(manifest));
        return new ExportLine.SignedManifest(manifest, ROOT.signEd25519(message), ROOT.signMlDsa44(message)).text();
    }

    public static Digest digest(byte[] manifest) {
        return Digest.labelled("kulkul/v1/manifest", manifest);
    }

    public static byte[] manifest(int epoch, Digest previous, String policy) {
        return new StructWriter(8 + 1 + 32 + 8 + 32 + 2 + 96 + 8 + 2)
                .ascii(epoch == 1 ? "KULMAN01" : "KULMAN02")
                .u8(1)
                .id(Fixtures.TENANT)
                .id(new UUID(2, 2))
                .u32(epoch)
                .u32(HOUR / 3_600_000)
                .digest(previous)
                .u8(2)
                .u8(3)
                .digest(Digest.sha256(policy.getBytes(StandardCharsets.UTF_8)))
                .digest(Digest.ZERO)
                .digest(Digest.ZERO)
                .u64(0)
                .u16(0)
                .bytes();
    }

    public static UUID report(int number) {
        return new UUID(0xca5eL, number);
    }

    /** A header that nothing needs to open. */
    public static ItemHeader item(int report, int number) {
        return item(report, number, digest(MANIFEST));
    }

    /** One that was sealed under that list of recipients. */
    public static ItemHeader item(int report, int number, Digest manifest) {
        Context context = new Context(
                Kind.REPORT_BODY, Fixtures.TENANT, new UUID(2, 2), report(report), new UUID(report, number), 1, number);
        return new ItemHeader(
                context,
                WrapSuite.EACH,
                manifest,
                0,
                56 + 16 + 100,
                Digest.sha256(),
                Digest.ZERO,
                0,
                List.of(),
                2,
                Digest.ZERO,
                Origin.SERVER);
    }
}
