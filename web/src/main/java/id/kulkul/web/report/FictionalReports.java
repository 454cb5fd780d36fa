package id.kulkul.web.report;

import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.Office;
import id.kulkul.web.settings.DemonstrationOnly;
import id.kulkul.web.upload.SealedFile;
import id.kulkul.web.upload.SealingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals the reports of the demonstration by the door that real ones take; it is made for the demonstration only. */
@Component
@DemonstrationOnly
public class FictionalReports {
    /** A fictional report, kept and ready to be sent; the keys are the caller's to close. */
    public record Made(
            SubmitReport command,
            int group,
            ReceiptKeys keys,
            List<SealedItem> items,
            String digits,
            String greeting) {}

    private final Submissions submissions;
    private final Blobs blobs;

    FictionalReports(Submissions submissions, Blobs blobs) {
        this.submissions = submissions;
        this.blobs = blobs;
    }

    /** Fills in the form's fields by their names, attaches text files by their names, and keeps what was sealed. */
    public Made make(Map<String, String> fields, Set<String> excluded, Map<String, String> files, Office office)
            throws IOException {
        ReportForm form = new ReportForm();
        fields.forEach(form::take);
        excluded.forEach(person -> form.take("exclude", person));
        int group = office.group(form.getExcluded()).orElseThrow();
        List<SealedFile> sealed = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) sealed.add(sealed(form, sealed.size(), file, office));
        try (Receipt receipt = form.named(office.manifest().tenant()).receipt()) {
            Submission submission = ServerSealing.of(form, sealed, office, group);
            SubmitReport command = submissions.command(submission, office.sealing(group));
            return new Made(command, group, receipt.keys(), submission.items(), receipt.digits(), receipt.greeting());
        } finally {
            sealed.forEach(SealedFile::close);
        }
    }

    private SealedFile sealed(ReportForm form, int before, Map.Entry<String, String> file, Office office)
            throws IOException {
        UUID report = form.named(office.manifest().tenant()).report();
        var context = office.context(Kind.ATTACHMENT, report, UUID.randomUUID(), before + 1L);
        try (SealingFile sealing = new SealingFile(context, file.getKey(), "text/plain", blobs.draft())) {
            sealing.take(file.getValue().getBytes(StandardCharsets.UTF_8));
            return sealing.finish();
        }
    }
}
