package id.kulkul.web.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.vault.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A sealed report as a browser would send it, which a test may bend before it is sent. */
public final class SealedForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Manifest manifest;
    final Receipt receipt = Receipt.random();
    final ReceiptKeys keys = receipt.keys();
    private final UUID nonce = UUID.randomUUID();
    UUID report;
    final List<ItemHeader> headers = new ArrayList<>();
    private final ObjectNode message = JSON.createObjectNode();
    private byte[] file = {};

    /** A report for everybody of the newest list in a folder of keys. */
    SealedForm(Path folder) throws IOException {
        this(KeyFolder.open(folder).manifests().getLast().manifest());
    }

    /** A report for everybody of this list. */
    public SealedForm(Manifest manifest) {
        this.manifest = manifest;
        this.report = CaseIds.of(
                manifest.tenant(),
                Reporter.keysDigest(keys.opening().recipient(), keys.signing().verifying()),
                nonce);
        message.put("report", Hex16.of(report)).put("nonce", Hex16.of(nonce)).put("category", "bribery");
        message.putArray("exclude");
        message.put("lookup", text(keys.lookup()))
                .put("sealing", text(keys.opening().recipient().bytes()))
                .put("signing", text(keys.signing().verifying().bytes()));
        body(Manifest.EVERYBODY, 0, Origin.SENDER);
    }

    /** The same report, whole and signed, under an id that is not its own. */
    SealedForm under(UUID other) {
        report = other;
        message.put("report", Hex16.of(other));
        return body(Manifest.EVERYBODY, 0, Origin.SENDER);
    }

    /** Puts the text's item in the first place, for that group, with that number. */
    SealedForm body(int group, long seq, Origin origin) {
        headers.clear();
        message.putArray("items");
        Draft draft = Draft.of(Draft.REPORT, "{\"v\":1,\"text\":\"Rekaan\"}".getBytes(StandardCharsets.UTF_8));
        Parcel parcel =
                Seal.signed(place(Kind.REPORT_BODY, seq), draft, keys.signing(), manifest.audience(group), origin);
        return add(parcel.item(), text(parcel.blob()));
    }

    /** Adds an attachment, whose ciphertext is {@link #file}. */
    public SealedForm attach(byte[] content) throws IOException {
        var ciphertext = new ByteArrayOutputStream();
        try (var stream = Seal.stream(place(Kind.ATTACHMENT, headers.size()), ciphertext)) {
            stream.write(content, 0, content.length);
            try (var finished = stream.finish()) {
                file = ciphertext.toByteArray();
                return add(finished.to(manifest.audience(Manifest.EVERYBODY), Origin.SENDER), "");
            }
        }
    }

    public byte[] file() {
        return file.clone();
    }

    String address() {
        return "/lapor/berkas/" + Digest.sha256(file).hex();
    }

    public ObjectNode message() {
        return message;
    }

    ObjectNode item(int at) {
        return (ObjectNode) message.get("items").get(at);
    }

    /** Puts an identity after the text, under the item number of that text. */
    SealedForm identityAsBody() {
        return identity(headers.getFirst().context().item());
    }

    /** Adds an identity. */
    public SealedForm identity() {
        return identity(UUID.randomUUID());
    }

    private SealedForm identity(UUID item) {
        Context place = new Context(
                Kind.IDENTITY, manifest.tenant(), manifest.scope(), report, item, manifest.epoch(), headers.size());
        Draft draft = Draft.of(Draft.IDENTITY, "{\"name\":\"Rekaan\"}".getBytes(StandardCharsets.UTF_8));
        Parcel parcel = manifest.toHolders().seal(place, draft, keys.signing(), Origin.SENDER);
        return add(parcel.item(), text(parcel.blob()));
    }

    private Context place(Kind kind, long seq) {
        return new Context(kind, manifest.tenant(), manifest.scope(), report, UUID.randomUUID(), manifest.epoch(), seq);
    }

    private SealedForm add(SealedItem item, String blob) {
        headers.add(item.header());
        ((ArrayNode) message.get("items"))
                .addObject()
                .put("header", text(item.header().encoded()))
                .put("stanzas", text(Stanza.concatenated(item.stanzas())))
                .put("blob", blob);
        message.put("signature", text(SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers))));
        return this;
    }

    /** Flips the lowest bit of one byte of a field. */
    static void flip(ObjectNode in, String field, int at) {
        byte[] bytes = Base64.getUrlDecoder().decode(in.get(field).asText());
        bytes[at] ^= 1;
        in.put(field, text(bytes));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
