package id.kulkul.web.report;

import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Lease;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.Holders;
import id.kulkul.web.upload.Multipart;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.SealedFile;
import id.kulkul.web.upload.UnreadableForm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Takes one form as it streams in: fields into memory, as much as each may be long, attachments sealed at once. */
final class ReportIntake implements Multipart.Parts {
    private static final int MOST_PARTS = 100;
    private static final long MOST_BYTES_BESIDE_FILES = 44L * 1024 * 1024;

    private final Office office;
    private final Lease lease;
    private final ReportForm form;
    private final FormFiles files;
    private final Holders holders;
    private final long mostBytes;
    private @Nullable FormField field;
    private long bytes;

    ReportIntake(Office office, Attachments attachments, Lease lease) {
        this.office = office;
        this.lease = lease;
        this.form = new ReportForm(marks());
        this.files = new FormFiles(office, attachments, lease, form);
        this.holders = new Holders(files::close);
        this.mostBytes = mostBytes(attachments.largest());
    }

    /** Room for as many files as a form may have, each as large as may be, and for all else. */
    static long mostBytes(DataSize largest) {
        return FormFiles.MOST * largest.toBytes() + MOST_BYTES_BESIDE_FILES;
    }

    /** Each reader and the head may be left out, and nobody else. */
    private int marks() {
        return office.readers().size() + 1;
    }

    int mostParts() {
        return MOST_PARTS + marks();
    }

    ReportForm form() {
        return form;
    }

    List<SealedFile> files() {
        return files.sealed();
    }

    @Override
    public void begin(PartHead head) {
        whileHeld(() -> {
            if (head.isFile()) files.begin(head);
            else field = FormField.named(head.name()).orElseThrow(UnreadableForm::new);
        });
    }

    @Override
    public void take(byte[] part, int length) {
        whileHeld(() -> {
            bytes += length;
            if (bytes > mostBytes) throw new UnreadableForm();
            if (field != null) take(field, part, length);
            else files.take(part, length);
        });
    }

    /** Who gave way has a few buffers here still, which go back to their writer with the rest. */
    private void take(FormField text, byte[] part, int length) {
        if (!lease.hasGivenWay()) lease.take(length);
        int kept = text.take(part, length);
        lease.give(length - kept);
        lease.heard(kept);
    }

    @Override
    public void end() {
        whileHeld(() -> {
            if (field != null) form.take(field.name(), field.text(), field.isCut());
            else files.end();
            field = null;
        });
    }

    /**
     * What came of a text that broke off is for its writer, who must know that what should follow is not there: names
     * above all.
     */
    @Override
    public void breakOff() {
        whileHeld(() -> {
            form.refuse("exclude", "broken-off");
            if (field == null) return;
            field.breakOff();
            form.takeBrokenOff(field.name(), field.text());
            field = null;
        });
    }

    /** A sender who goes away releases it while a part is still being taken; no part begins after that. */
    private void whileHeld(Runnable step) {
        if (!holders.hold()) return;
        try {
            step.run();
        } finally {
            holders.release();
        }
    }

    /**
     * Its report is being kept, which goes on though the sender may be gone; false if everything was forgotten already.
     */
    boolean hold() {
        return holders.hold();
    }

    /** One holder is done; after the last everything is forgotten that was not handed on. */
    void release() {
        holders.release();
    }
}
