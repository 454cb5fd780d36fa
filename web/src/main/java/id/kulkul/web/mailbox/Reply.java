package id.kulkul.web.mailbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.channel.Office;
import id.kulkul.web.upload.ListedFile;
import id.kulkul.web.upload.SealedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as sealed items: messages of one size, of which a longer text takes several that follow each other; then,
 * where files come with it, a message that lists them, and the files.
 */
final class Reply {
    /** Bytes of text that fit one message of 6 KiB beside its 155 bytes of structure and one byte of padding. */
    static final int ROOM = 6 * 1024 - 1 - 155;

    private static final JsonMapper JSON = new JsonMapper();

    /** What the message says that lists the files. */
    @JsonPropertyOrder({"v", "attachments"})
    private record Listing(int v, List<ListedFile> attachments) {}

    private final ReceiptKeys keys;
    private final MailboxRow row;
    private final AnswerPlace place;
    private final Recipients audience;
    private final List<SealedItem> items = new ArrayList<>();
    private final List<byte[]> blobs = new ArrayList<>();
    private Digest prev;

    private Reply(ReceiptKeys keys, MailboxRow row, Manifest manifest) {
        this.keys = keys;
        this.row = row;
        this.place = AnswerPlace.of(row);
        this.audience = Office.audience(manifest, row.sealing());
        this.prev = row.lastOwnItem();
    }

    /** Seals for those who may read the report; the first message carries the given id. The files stay the caller's. */
    static Reply sealed(
            ReceiptKeys keys, MailboxRow row, Manifest manifest, UUID first, String text, List<SealedFile> files) {
        Reply reply = new Reply(keys, row, manifest);
        UUID id = first;
        for (byte[] part : parts(text)) {
            reply.add(id, Draft.of(Draft.MESSAGE, part));
            id = UUID.randomUUID();
        }
        if (!files.isEmpty()) reply.add(id, files);
        return reply;
    }

    private void add(UUID id, List<SealedFile> files) {
        List<SealedItem> sealed = files.stream()
                .map(file -> file.sealed().to(audience, Origin.SERVER))
                .toList();
        List<ListedFile> listed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) listed.add(ListedFile.of(files.get(i), sealed.get(i)));
        add(id, Draft.of(Draft.FILES, JSON.writeValueAsBytes(new Listing(1, listed))));
        items.addAll(sealed);
    }

    private void add(UUID id, Draft draft) {
        Digest seen = Objects.requireNonNullElse(row.lastOfficeItem(), Digest.ZERO);
        Parcel parcel = Seal.signed(
                place.item(Kind.MSG_TO_TEAM, id, items.size()),
                draft.after(prev, seen),
                keys.signing(),
                audience,
                Origin.SERVER);
        items.add(parcel.item());
        blobs.add(parcel.blob());
        prev = parcel.header().digest();
    }

    List<SealedItem> items() {
        return items;
    }

    /** The ciphertexts of the messages; those of the files lie on the disk. */
    List<byte[]> blobs() {
        return blobs;
    }

    /** The reporter's 64 bytes over the items. */
    byte[] signature() {
        return SubmitSignature.sign(
                keys.signing(),
                ItemHeader.subject(items.stream().map(SealedItem::header).toList()));
    }

    /** Cuts UTF-8 text between characters. */
    static List<byte[]> parts(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(at + ROOM, bytes.length);
            while (end < bytes.length && (bytes[end] & 0xc0) == 0x80) end--;
            parts.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        Arrays.fill(bytes, (byte) 0);
        return parts;
    }
}
