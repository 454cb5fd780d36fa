package id.kulkul.web.report;

import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.web.channel.SentAhead;
import id.kulkul.web.page.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Keeps what a submission's event needs, ciphertext before vault rows; what must be refused is refused before anything
 * of it is kept.
 */
final class SubmissionKeeper {
    private final Blobs blobs;
    private final SentAhead ahead;
    private final CaseVault vault;

    SubmissionKeeper(Blobs blobs, CaseVault vault) {
        this.blobs = blobs;
        this.ahead = new SentAhead(blobs);
        this.vault = vault;
    }

    /**
     * Nothing is kept of what names another case's item or look-up key, and nothing that was sent ahead is saved by it.
     */
    void keep(Submission submission) {
        if (!vault.takes(submission.reporter(), submission.lookup(), submission.items())) throw broken();
        try {
            for (BlobDraft attachment : submission.drafts()) attachment.keep();
            for (byte[] blob : submission.blobs()) blobs.keep(blob);
            open(submission);
            claim(submission.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rows of this case without an event are what an interrupted attempt left. Its event may still come to light, so
     * nothing of them is taken away.
     */
    private void open(Submission submission) {
        try {
            vault.open(submission.reporter(), submission.lookup(), submission.items());
        } catch (StaleRow interrupted) {
            openAgain(submission);
        }
    }

    /** From here on an attachment that was sent ahead is needed; one that is gone by now was sent too long ago. */
    private void claim(List<ItemHeader> items) {
        if (!ahead.claim(items))
            throw SealedReportController.refused(HttpStatus.UNPROCESSABLE_CONTENT, "attachment-missing");
    }

    /** Otherwise what stands in the way belongs to another case: an item's number or a look-up key that is taken. */
    private void openAgain(Submission submission) {
        boolean goesOn;
        try {
            goesOn = vault.openAgain(submission.reporter(), submission.lookup(), submission.items());
        } catch (StaleRow taken) {
            goesOn = false;
        }
        if (!goesOn) throw broken();
    }

    private static Refused broken() {
        return SealedReportController.refused(HttpStatus.UNPROCESSABLE_CONTENT, "broken-submission");
    }
}
