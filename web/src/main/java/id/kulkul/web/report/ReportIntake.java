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
import java.util.Optional;
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
    private final Attachments attachments;
    private final Lease lease;
    private final ReportForm form;
    private final List<Attachments.Counted> counts = new ArrayList<>();
    private final List<SealedFile> files = new ArrayList<>();
    private @Nullable FormField field;
    private @Nullable PartHead file;
    private @Nullable UUID report;
    private @Nullable SealingFile current;
    private boolean skipping;
    private long bytes;
    private int holders = 1;

    ReportIntake(Office office, Blobs blobs, Attachments attachments, Lease lease) {
        this.office = office;
        this.blobs = blobs;
        this.attachments = attachments;
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

    /** A file is bound to its case while it streams in, so all that names the case comes before it. */
    @Override
    public void begin(PartHead head) {
        if (head.isFile()) {
            if (!head.name().equals("attachment")) throw new UnreadableForm();
            report = form.named(office.manifest().tenant()).report();
            file = head;
            if (!name().isEmpty()) form.takeFile();
        } else {
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
        if (field != null) form.take(field.name(), field.text(), field.isCut());
        else endFile();
        field = null;
        file = null;
        current = null;
        skipping = false;
    }

    /** What a browser sends where no file was chosen has no name and no bytes; a chosen file of no bytes has a name, and is none that anybody meant. */
    private void endFile() {
        try {
            if (current == null && !skipping && !name().isEmpty()) refuseEmpty();
            if (current == null) return;
            files.add(current.finish());
            lease.give(SealingFile.HOLDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a phone, often a picture that stands only in the cloud. */
    private void refuseEmpty() {
        var obstacle = obstacle();
        if (obstacle.isEmpty()) form.refuseEmpty(name());
        else refuse(obstacle.get());
    }

    private void attach(byte[] part, int length) {
        byte[] exactly = Arrays.copyOf(part, length);
        try {
            if (current == null && !skipping) begin();
            if (current == null) return;
            var obstacle = counts.getLast().take(length);
            if (obstacle.isPresent()) refuse(obstacle.get());
            else if (!current.take(exactly)) refuse("attachment-too-large");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(exactly, (byte) 0);
        }
    }

    private void begin() throws IOException {
        var obstacle = obstacle();
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        counts.add(attachments.count());
        Context context =
                office.context(Kind.ATTACHMENT, Objects.requireNonNull(report), UUID.randomUUID(), files.size() + 1L);
        lease.take(SealingFile.HOLDS);
        current = new SealingFile(context, name(), Objects.requireNonNull(file).type(), blobs.draft());
    }

    private Optional<String> obstacle() {
        if (FileName.isTooLong(name())) return Optional.of("attachment-name-too-long");
        return files.size() == MOST_FILES ? Optional.of("too-many-attachments") : attachments.obstacle();
    }

    private String name() {
        return Objects.requireNonNull(Objects.requireNonNull(file).filename());
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

    /** The attachments belong to a report, and what they took is used. */
    void countAsKept() {
        counts.forEach(Attachments.Counted::keep);
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
        counts.forEach(Attachments.Counted::close);
    }
}
