package id.kulkul.web.twin;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.web.twin.Site.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server's side of the mailbox with one report, whose page of slots and whose signed headers a test lays out. */
final class MailboxSite implements AutoCloseable {
    private static final int PAGE = 32_768;
    private static final int PROOF = 16_384;
    private static final int SLOT = 8192;

    /** Openings that a notice tells as one number. */
    static final int OLDER = 42;

    final Office office = new Office();
    final Receipt receipt = Receipt.random();
    final ReceiptKeys keys = receipt.keys();
    final Site site = new Site();
    private final int group;
    final Parcel report;

    MailboxSite() {
        this(office -> Manifest.EVERYBODY);
    }

    /** A mailbox whose report was sealed for that group alone. */
    MailboxSite(ToIntFunction<Office> chosen) {
        group = chosen.applyAsInt(office);
        report = Seal.signed(
                office.place(Kind.REPORT_BODY, 0),
                Draft.of(Draft.REPORT, Office.utf8("{\"v\":1,\"text\":\"Laporan\"}")),
                keys.signing(),
                office.manifest.audience(group),
                Origin.SENDER);
        String list = Published.truly(office, office.manifest).json();
        site.on("/lapor/manifes", request -> Answer.json("{\"manifests\":[" + list + "]}"));
        signedBy(keys.signing());
        site.page("/kotak", entrance());
    }

    /** What the server says the receipt's owner signed; by another key it is somebody else's report. */
    MailboxSite signedBy(SigningKey signer) {
        return said(signer, "");
    }

    /** The protected log proves the report by a checkpoint that these keys signed. */
    MailboxSite provenBy(LogKeys log) {
        var subject = ItemHeader.subject(List.of(report.header()));
        var leaf = new LogLeaf(
                Office.TENANT, 1, Office.REPORT, 0, 20, 490_000, UUID.randomUUID(), Digest.sha256(), subject);
        var tree = new MerkleTree();
        tree.append(leaf.hash());
        var checkpoint = log.sign(1, tree.root(1), Instant.parse("2026-11-24T08:00:00Z"));
        var proof = new TlogProof(leaf, 0, tree.inclusion(0, 1), checkpoint);
        return said(keys.signing(), proof.text().replace("\n", "\\n"));
    }

    private MailboxSite said(SigningKey signer, String proof) {
        byte[] signature = SubmitSignature.sign(signer, ItemHeader.subject(List.of(report.header())));
        String said = "{\"proof\":\"" + proof + "\",\"headers\":[\""
                + Published.text(report.header().encoded()) + "\"],\"signature\":\"" + Published.text(signature)
                + "\"}";
        site.on("/kotak/bukti", request -> Answer.json(said, PROOF));
        return this;
    }

    /** The slots of the first page, newest first; the rest is noise. */
    MailboxSite holding(Parcel... parcels) {
        byte[] page = new byte[PAGE];
        java.util.Arrays.fill(page, (byte) 7);
        for (int i = 0; i < parcels.length; i++) {
            byte[] slot = slot(parcels[i]);
            System.arraycopy(slot, 0, page, i * SLOT, slot.length);
        }
        site.on("/kotak/halaman", request -> Answer.octets(page));
        return this;
    }

    private byte[] slot(Parcel parcel) {
        UUID own = keys.opening().recipient().keyId();
        Stanza stanza = parcel.stanzas().stream()
                .filter(one -> one.keyId().equals(own))
                .findFirst()
                .orElse(parcel.stanzas().getFirst());
        return Stream.of(parcel.header().encoded(), parcel.blob(), stanza.encoded())
                .collect(
                        java.io.ByteArrayOutputStream::new,
                        java.io.ByteArrayOutputStream::writeBytes,
                        (one, other) -> one.writeBytes(other.toByteArray()))
                .toByteArray();
    }

    /** The state, as the system's own key signs it, or another. */
    Parcel notice(SigningKey signer, int messages) {
        return notice(signer, messages, 1);
    }

    /** The same once the reporter's next item must carry that number. */
    Parcel notice(SigningKey signer, int messages, long nextSeq) {
        String text = "{\"v\":1,\"stage\":\"TRIAGE\",\"clocks\":[],\"looked\":[],\"older\":" + OLDER + ",\"messages\":"
                + messages
                + ",\"mayReply\":true,\"nextSeq\":" + nextSeq + ",\"last\":\""
                + report.header().digest().hex() + "\",\"seen\":\"\",\"readers\":["
                + Stream.of(office.ani, office.budi)
                        .map(person -> '"' + Hex16.of(person.id()) + '"')
                        .collect(Collectors.joining(","))
                + "]}";
        return sealed(Draft.of(Draft.SYSTEM_NOTICE, Office.utf8(text)), signer, 490_000, Office.REPORT);
    }

    /** A message to the reporter, from whoever holds this key, after the one before. */
    Parcel message(SigningKey signer, long seq, String text, Digest prev) {
        return sealed(Draft.of(Draft.MESSAGE, Office.utf8(text)).after(prev, Digest.ZERO), signer, seq, Office.REPORT);
    }

    /** A message that says it is for another group. */
    Parcel message(SigningKey signer, String text, int otherGroup) {
        return sealed(Draft.of(Draft.MESSAGE, Office.utf8(text)), signer, 0, Office.REPORT, otherGroup);
    }

    Parcel sealed(Draft draft, SigningKey signer, long seq, UUID aggregate) {
        return sealed(draft, signer, seq, aggregate, group);
    }

    private Parcel sealed(Draft draft, SigningKey signer, long seq, UUID aggregate, int forGroup) {
        var place = office.place(Kind.MSG_TO_REPORTER, seq);
        var context = new id.kulkul.crypto.seal.Context(
                place.kind(), place.tenant(), place.scope(), aggregate, place.item(), place.epoch(), place.seq());
        var audience = new Recipients(
                office.manifest.digest(), forGroup, List.of(keys.opening().recipient()));
        return Seal.signed(context, draft, signer, audience, Origin.SENDER);
    }

    /** The server is too busy to show anything. */
    MailboxSite busy() {
        site.on("/kotak/halaman", request -> Answer.octets(new byte[PAGE]));
        return this;
    }

    /** The server says that the receipt never sent anything. */
    MailboxSite withoutHeaders() {
        site.on("/kotak/bukti", request -> Answer.json("{\"proof\":\"\",\"headers\":[],\"signature\":\"\"}", PROOF));
        return this;
    }

    /** Types the receipt in and waits for the open box. */
    void open(Page page) {
        open(page, receipt.digits());
    }

    /** The same with what is typed. */
    void open(Page page, String typed) {
        page.navigate(site.at("/kotak"));
        page.fill("#receipt", typed);
        page.click("#kotak button");
        page.waitForSelector("#greeting");
    }

    private String entrance() {
        String names =
                "failed not-loaded offline not-ours refused busy recipients receipt-unreadable reply-missing too-long counted begins-before reply-refused"
                        + " behind done already-done from-office you-answered own-sealed about receipt-count broken forged dropped reordered times looked-older hour proof-not-yet proven"
                        + " proven-unwitnessed proof-false keep-proof not-now-late not-now-paused not-now-stopped list-old list-ahead list-withheld restored proven-restored attachment-missing attachment-empty sealing sending file-remove file-photo";
        String texts = Stream.of(names.split(" "))
                .map(name -> " data-" + name + "='[" + name + "]'")
                .collect(Collectors.joining(
                        " ",
                        " data-receipt-word='[receipt-word {word}]' data-done-files='[done-files {count}]' data-your-report='[your-report]'",
                        ""));
        return "<!DOCTYPE html><html lang='id'><head><title>Kotak</title></head><body><main><h1>Kotak</h1>"
                + "<form id='kotak' data-root='"
                + new OrgRoot(office.root.publicKey()).fingerprint().hex()
                + "'><textarea id='receipt' name='receipt'></textarea><p data-error hidden></p>"
                + "<button type='submit'>Buka</button></form><template id='texts'" + texts + "></template>"
                + "<template id='phrases'></template><template id='box'><h1>Kotak Anda</h1>"
                + "<p id='greeting'><b data-greeting></b></p><div data-outcome hidden><p></p></div><p data-error hidden></p>"
                + "<div data-when='unknown' hidden>kosong</div><div data-when='foreign' hidden>bukan</div>"
                + "<div data-when='known' hidden><p data-stage></p><dl data-clocks></dl><div data-messages></div>"
                + "<button type='button' data-older hidden>lama</button><form><div class='field'><p id='reply-error' hidden></p><textarea id='reply' name='reply'></textarea></div>"
                + "<div class='field'><p id='attachment-error' hidden></p><ul data-files hidden></ul><span data-pick><span hidden>tambah</span><input type='file' id='attachment' name='attachment' multiple data-largest='1'></span></div><p data-progress hidden></p><progress max='1' value='0' hidden></progress>"
                + "<button type='submit'>Kirim</button></form><ul data-looked></ul><section><button type='button' data-prove>Bukti</button>"
                + "<div data-proof></div></section></div><button type='button' data-again>Lagi</button></template>"
                + Stream.of("sealing", "words-id", "words-en")
                        .map(part ->
                                "<link rel='modulepreload' data-part='" + part + "' href='/static/js/" + part + ".js'>")
                        .collect(Collectors.joining())
                + "<script type='module' src='/static/js/report.js'></script></main></body></html>";
    }

    @Override
    public void close() {
        site.close();
        keys.close();
        receipt.close();
    }
}
