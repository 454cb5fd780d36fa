package id.kulkul.web.mailbox;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.channel.Office;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An answer as sealed messages of one size; a longer text becomes several that follow each other. */
final class Reply {
    /** Bytes of text that fit one message of 6 KiB beside its 155 bytes of structure and one byte of padding. */
    static final int ROOM = 6 * 1024 - 1 - 155;

    private Reply() {}

    /** Seals for those who may read the report; the first message carries the given id. */
    static List<Parcel> parcels(ReceiptKeys keys, MailboxRow row, Manifest manifest, UUID first, String text) {
        List<Parcel> parcels = new ArrayList<>();
        Digest prev = row.lastOwnItem();
        Digest seen = Objects.requireNonNullElse(row.lastOfficeItem(), Digest.ZERO);
        for (byte[] part : parts(text)) {
            UUID item = parcels.isEmpty() ? first : UUID.randomUUID();
            Context context = new Context(
                    Kind.MSG_TO_TEAM,
                    manifest.tenant(),
                    manifest.scope(),
                    row.report().value(),
                    item,
                    manifest.epoch(),
                    row.nextSeq() + parcels.size());
            Draft draft = Draft.of(Draft.MESSAGE, part).after(prev, seen);
            Parcel parcel = Seal.signed(
                    context, draft, keys.signing(), Office.audience(manifest, row.sealing()), Origin.SERVER);
            parcels.add(parcel);
            prev = parcel.header().digest();
        }
        return parcels;
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
