package id.kulkul.web.report;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one form as it streams in: fields into memory, as much as each may be long, attachments sealed at once. */
final class ReportIntake implements Multipart.Parts {
    /** Most attachments of one report. */
    static final int MOST_FILES = 4;

    private static final int MOST_PARTS = 100;
    private static final long MOST_BYTES = 300L * 1024 * 1024;

    private final Office office;
    private final Blobs blobs;
    private final Spare spare;
    private final Lease lease;
    private final ReportForm form;
    private final List<SealedFile> files = new ArrayList<>();
    private @Nullable FormField field;
    private @Nullable PartHead file;
    private @Nullable SealingFile current;
    private boolean skipping;
    private boolean fileSeen;
    private long bytes;
    private int holders = 1;

    ReportIntake(Office office, Blobs blobs, Spare spare, Lease lease) {
        this.office = office;
        this.blobs = blobs;
        this.spare = spare;
        this.lease = lease;
        this.form = new ReportForm(marks());
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
        return files;
    }

    @Override
    public void begin(PartHead head) {
        if (head.isFile()) {
            if (!head.name().equals("attachment")) throw new UnreadableForm();
            file = head;
        } else {
            // a file is bound to its case while it streams in, so the case cannot be named after it
            if (fileSeen && head.name().equals("case")) throw new UnreadableForm();
            field = FormField.named(head.name()).orElseThrow(UnreadableForm::new);
        }
    }

    @Override
    public void take(byte[] part, int length) {
        bytes += length;
        if (bytes > MOST_BYTES) throw new UnreadableForm();
        if (field != null) {
            lease.take(length);
            lease.give(length - field.take(part, length));
        } else {
            attach(part, length);
        }
    }

    @Override
    public void end() {
        try {
            if (field != null) {
                form.take(field.name(), field.text(), field.isCut());
            } else if (current != null) {
                files.add(current.finish());
                lease.give(SealingFile.HOLDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        field = null;
        file = null;
        current = null;
        skipping = false;
    }

    private void attach(byte[] part, int length) {
        try {
            if (current == null && !skipping) begin();
            SealingFile sealing = current;
            if (sealing == null) return;
            byte[] exactly = Arrays.copyOf(part, length);
            if (!sealing.take(exactly)) refuse("attachment-too-large");
            Arrays.fill(exactly, (byte) 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        if (files.size() == MOST_FILES || spare.isReached()) {
            refuse(files.size() == MOST_FILES ? "too-many-attachments" : "no-room");
            return;
        }
        PartHead head = Objects.requireNonNull(file);
        Context context = office.context(Kind.ATTACHMENT, form.report(), UUID.randomUUID(), files.size() + 1L);
        fileSeen = true;
        lease.take(SealingFile.HOLDS);
        current = new SealingFile(context, Objects.requireNonNull(head.filename()), head.type(), blobs.draft());
    }

    private void refuse(String code) {
        form.refuse("attachment", code);
        if (current != null) {
            current.close();
            lease.give(SealingFile.HOLDS);
        }
        current = null;
        skipping = true;
    }

    /** Its report is being kept, which goes on though the sender may be gone. */
    synchronized void hold() {
        holders++;
    }

    /** One holder is done; after the last everything is forgotten that was not handed on. */
    synchronized void release() {
        if (--holders > 0) return;
        if (current != null) current.close();
        files.forEach(SealedFile::close);
    }
}
