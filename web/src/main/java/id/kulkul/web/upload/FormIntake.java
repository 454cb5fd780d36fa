package id.kulkul.web.upload;

import id.kulkul.web.page.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Takes one form as it streams in: fields into memory, as much as each may be long, attachments sealed at once. */
public class FormIntake implements Multipart.Parts {
    private static final long MOST_BYTES_BESIDE_FILES = 44L * 1024 * 1024;

    private final Map<String, Integer> fields;
    private final Lease lease;
    private final StreamedForm form;
    private final FormFiles files;
    private final Holders holders;
    private final int mostParts;
    private final long mostBytes;
    private @Nullable FormField field;
    private long bytes;

    /** The fields are those that the form has, each with the most bytes that are held of it. */
    public FormIntake(
            Map<String, Integer> fields, int mostParts, StreamedForm form, Attachments attachments, Lease lease) {
        this.fields = fields;
        this.lease = lease;
        this.form = form;
        this.files = new FormFiles(form, attachments, lease);
        this.holders = new Holders(() -> {
            files.close();
            form.close();
        });
        this.mostParts = mostParts;
        this.mostBytes = mostBytes(attachments.largest());
    }

    /** Room for as many files as a form may have, each as large as may be, and for all else. */
    public static long mostBytes(DataSize largest) {
        return Attachments.MOST * largest.toBytes() + MOST_BYTES_BESIDE_FILES;
    }

    /** How many parts the form may have. */
    public final int mostParts() {
        return mostParts;
    }

    /** The files that were sealed, in their order. */
    public final List<SealedFile> files() {
        return files.sealed();
    }

    @Override
    public final void begin(PartHead head) {
        whileHeld(() -> {
            if (head.isFile()) files.begin(head);
            else field = field(head.name());
        });
    }

    private FormField field(String name) {
        return Optional.ofNullable(fields.get(name))
                .map(longest -> new FormField(name, longest))
                .orElseThrow(UnreadableForm::new);
    }

    @Override
    public final void take(byte[] part, int length) {
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
    public final void end() {
        whileHeld(() -> {
            if (field != null) form.take(field.name(), field.text(), field.isCut());
            else files.end();
            field = null;
        });
    }

    /** What came of a text that broke off is for its writer. */
    @Override
    public final void breakOff() {
        whileHeld(() -> {
            form.breakOff();
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
     * What came is being kept, which goes on though the sender may be gone; false if everything was forgotten already.
     */
    public final boolean hold() {
        return holders.hold();
    }

    /** One holder is done; after the last everything is forgotten that was not handed on. */
    public final void release() {
        holders.release();
    }
}
