package id.kulkul.web.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Audience;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.web.channel.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A report sealed by the server for a reporter without JavaScript: from here on it is in clear only where its readers are. */
final class Submission {
    private static final JsonMapper JSON = new JsonMapper();

    /** What the sealed text of a report is. */
    @JsonPropertyOrder({"v", "category", "text", "attachments"})
    private record Body(int v, String category, String text, List<Attachment> attachments) {}

    /** What binds an attachment to the signed report. */
    private record Attachment(String item, String name, String type, long size, String sha256) {}

    private record Identity(String name, String contact) {}

    private final List<SealedItem> items = new ArrayList<>();
    private final List<byte[]> blobs = new ArrayList<>();
    private final List<BlobDraft> drafts;
    private final Reporter reporter;
    private final byte[] lookup;
    private final byte[] signature;

    private Submission(ReportForm form, List<SealedFile> files, Office office, int group, ReceiptKeys keys) {
        Audience audience = office.manifest().audience(group);
        drafts = files.stream().map(SealedFile::blob).toList();
        List<SealedItem> attachments = files.stream()
                .map(file -> file.sealed().to(audience, Origin.SERVER))
                .toList();
        add(body(form, files, attachments, office, audience, keys));
        items.addAll(attachments);
        if (form.hasIdentity()) add(identity(form, office, items.size(), keys));
        reporter = new Reporter(
                form.report(), keys.opening().recipient(), keys.signing().verifying());
        lookup = keys.lookup();
        signature = SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers()));
    }

    /** Seals a form that has no mistakes for a group that has readers; the receipt stays with the caller. */
    static Submission of(ReportForm form, List<SealedFile> files, Office office, int group, Receipt receipt) {
        try (ReceiptKeys keys = receipt.keys()) {
            return new Submission(form, files, office, group, keys);
        }
    }

    List<SealedItem> items() {
        return items;
    }

    List<ItemHeader> headers() {
        return items.stream().map(SealedItem::header).toList();
    }

    /** The ciphertexts of attachments, written while they streamed in and still to be kept. */
    List<BlobDraft> drafts() {
        return drafts;
    }

    /** The small ciphertexts. */
    List<byte[]> blobs() {
        return blobs;
    }

    Reporter reporter() {
        return reporter;
    }

    byte[] lookup() {
        return lookup;
    }

    byte[] signature() {
        return signature;
    }

    private void add(Parcel parcel) {
        items.add(parcel.item());
        blobs.add(parcel.blob());
    }

    private static Parcel body(
            ReportForm form,
            List<SealedFile> files,
            List<SealedItem> attachments,
            Office office,
            Audience audience,
            ReceiptKeys keys) {
        List<Attachment> list = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) list.add(attachment(files.get(i), attachments.get(i)));
        byte[] text = JSON.writeValueAsBytes(new Body(1, form.getCategory(), form.getBody(), list));
        return Seal.signed(
                office.context(Kind.REPORT_BODY, form.report(), UUID.randomUUID(), 0),
                Draft.of(Draft.REPORT, text),
                keys.signing(),
                audience,
                Origin.SERVER);
    }

    private static Attachment attachment(SealedFile file, SealedItem item) {
        return new Attachment(
                Hex16.of(item.header().context().item()),
                file.name(),
                file.type(),
                file.sealed().facts().plainLength(),
                file.sealed().facts().plainSha256().hex());
    }

    private static Parcel identity(ReportForm form, Office office, int seq, ReceiptKeys keys) {
        byte[] text = JSON.writeValueAsBytes(new Identity(form.getIdentityName(), form.getIdentityContact()));
        return office.manifest()
                .toHolders()
                .seal(
                        office.context(Kind.IDENTITY, form.report(), UUID.randomUUID(), seq),
                        Draft.of(Draft.IDENTITY, text),
                        keys.signing(),
                        Origin.SERVER);
    }
}
