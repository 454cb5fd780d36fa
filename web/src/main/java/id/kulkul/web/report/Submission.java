package id.kulkul.web.report;

import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Reporter;
import java.util.List;
import java.util.UUID;

/**
 * A sealed report with all that must be stored before its event.
 *
 * @param nonce what its id follows from, beside the reporter's keys
 * @param drafts ciphertexts of attachments that streamed in with the form and are still to be kept
 * @param blobs the small ciphertexts
 * @param lookup the receipt's look-up key, 32 bytes
 * @param signature the reporter's 64 bytes over the items
 */
@SuppressWarnings("ArrayRecordComponent")
record Submission(
        String category,
        UUID nonce,
        List<SealedItem> items,
        List<BlobDraft> drafts,
        List<byte[]> blobs,
        Reporter reporter,
        byte[] lookup,
        byte[] signature) {
    List<ItemHeader> headers() {
        return items.stream().map(SealedItem::header).toList();
    }

    UUID report() {
        return reporter.caseId();
    }
}
