package id.kulkul.web.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.web.channel.Office;
import id.kulkul.web.upload.ListedFile;
import id.kulkul.web.upload.SealedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Seals a report for a reporter without JavaScript: from here on it is in clear only where its readers are. */
final class ServerSealing {
    private static final JsonMapper JSON = new JsonMapper();

    /** What the sealed text of a report is; {@code replyKey} is the id of the key to which answers are sealed. */
    @JsonPropertyOrder({"v", "category", "text", "attachments", "replyKey"})
    private record Body(int v, String category, String text, List<ListedFile> attachments, String replyKey) {}

    private record Identity(String name, String contact) {}

    private final ReportForm form;
    private final FormReceipt named;
    private final List<SealedFile> files;
    private final Office office;
    private final Recipients audience;
    private final ReceiptKeys keys;
    private final List<SealedItem> items = new ArrayList<>();
    private final List<byte[]> blobs = new ArrayList<>();

    private ServerSealing(ReportForm form, List<SealedFile> files, Office office, int group, ReceiptKeys keys) {
        this.form = form;
        this.named = form.named(office.manifest().tenant());
        this.files = files;
        this.office = office;
        this.audience = office.manifest().audience(group);
        this.keys = keys;
    }

    /** Seals a form that has no mistakes for a group that has readers. */
    static Submission of(ReportForm form, List<SealedFile> files, Office office, int group) {
        try (Receipt receipt = form.named(office.manifest().tenant()).receipt();
                ReceiptKeys keys = receipt.keys()) {
            return new ServerSealing(form, files, office, group, keys).sealed();
        }
    }

    private Submission sealed() {
        List<SealedItem> attachments = files.stream()
                .map(file -> file.sealed().to(audience, Origin.SERVER))
                .toList();
        add(body(attachments));
        items.addAll(attachments);
        if (form.hasIdentity()) add(identity(items.size()));
        List<ItemHeader> headers = items.stream().map(SealedItem::header).toList();
        return new Submission(
                form.getCategory(),
                named.nonce(),
                items,
                files.stream().map(SealedFile::blob).toList(),
                blobs,
                new Reporter(
                        named.report(),
                        keys.opening().recipient(),
                        keys.signing().verifying()),
                keys.lookup(),
                SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers)));
    }

    private void add(Parcel parcel) {
        items.add(parcel.item());
        blobs.add(parcel.blob());
    }

    private Parcel body(List<SealedItem> attachments) {
        List<ListedFile> list = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) list.add(ListedFile.of(files.get(i), attachments.get(i)));
        String replyKey = Hex16.of(keys.opening().recipient().keyId());
        byte[] text = JSON.writeValueAsBytes(new Body(1, form.getCategory(), form.getBody(), list, replyKey));
        return Seal.signed(
                office.context(Kind.REPORT_BODY, named.report(), UUID.randomUUID(), 0),
                Draft.of(Draft.REPORT, text),
                keys.signing(),
                audience,
                Origin.SERVER);
    }

    private Parcel identity(int seq) {
        byte[] text = JSON.writeValueAsBytes(new Identity(form.getIdentityName(), form.getIdentityContact()));
        return office.manifest()
                .toHolders()
                .seal(
                        office.context(Kind.IDENTITY, named.report(), UUID.randomUUID(), seq),
                        Draft.of(Draft.IDENTITY, text),
                        keys.signing(),
                        Origin.SERVER);
    }
}
