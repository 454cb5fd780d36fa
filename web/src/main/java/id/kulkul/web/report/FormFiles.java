package id.kulkul.web.report;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Lease;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.FileName;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.SealedFile;
import id.kulkul.web.upload.SealingFile;
import id.kulkul.web.upload.UnreadableForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of one form while they stream in, one after the other, each sealed on its way to the disk; what may
 * not be taken is passed over.
 */
final class FormFiles implements AutoCloseable {
    /** Most attachments of one report. */
    static final int MOST = 4;

    private final Office office;
    private final Attachments attachments;
    private final Lease lease;
    private final ReportForm form;
    private final List<SealedFile> files = new ArrayList<>();
    private @Nullable PartHead head;
    private @Nullable UUID report;
    private Attachments.@Nullable Counted draft;
    private @Nullable SealingFile current;
    private boolean skipping;

    FormFiles(Office office, Attachments attachments, Lease lease, ReportForm form) {
        this.office = office;
        this.attachments = attachments;
        this.lease = lease;
        this.form = form;
    }

    List<SealedFile> sealed() {
        return files;
    }

    /** A file is bound to its case while it streams in, so all that names the case comes before it. */
    void begin(PartHead next) {
        if (!next.name().equals("attachment")) throw new UnreadableForm();
        report = form.named(office.manifest().tenant()).report();
        head = next;
        draft = null;
        current = null;
        skipping = false;
        if (!name().isEmpty()) form.takeFile();
    }

    void take(byte[] part, int length) {
        byte[] exactly = Arrays.copyOf(part, length);
        try {
            if (current == null && !skipping) open();
            if (current == null) return;
            var obstacle = Objects.requireNonNull(draft).take(length);
            if (obstacle.isPresent()) {
                refuse(obstacle.get());
                return;
            }
            current.take(exactly);
            lease.heard(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(exactly, (byte) 0);
        }
    }

    private void open() throws IOException {
        var obstacle = obstacle();
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        Context context =
                office.context(Kind.ATTACHMENT, Objects.requireNonNull(report), UUID.randomUUID(), files.size() + 1L);
        lease.take(SealingFile.HOLDS);
        draft = attachments.draft();
        current = new SealingFile(context, name(), Objects.requireNonNull(head).type(), draft);
    }

    private Optional<String> obstacle() {
        if (FileName.isTooLong(name())) return Optional.of("report/attachment-name-too-long");
        return files.size() == MOST ? Optional.of("report/too-many-attachments") : attachments.obstacle();
    }

    private String name() {
        return Objects.requireNonNull(Objects.requireNonNull(head).filename());
    }

    private void refuse(String code) {
        form.refuseWith("attachment", code);
        if (current != null) {
            current.close();
            lease.give(SealingFile.HOLDS);
        }
        current = null;
        skipping = true;
    }

    /**
     * What a browser sends where no file was chosen has no name and no bytes; a chosen file of no bytes has a name, and
     * is none that anybody meant.
     */
    void end() {
        try {
            if (current == null && !skipping && !name().isEmpty()) refuseEmpty();
            if (current == null) return;
            files.add(current.finish());
            current = null;
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

    /** Forgets what was not kept. */
    @Override
    public void close() {
        if (current != null) current.close();
        files.forEach(SealedFile::close);
    }
}
