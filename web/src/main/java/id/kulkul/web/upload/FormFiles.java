package id.kulkul.web.upload;

import id.kulkul.crypto.seal.Context;
import id.kulkul.web.page.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of one form while they stream in, one after the other, each sealed on its way to the disk; what may
 * not be taken is passed over.
 */
final class FormFiles implements AutoCloseable {
    private final StreamedForm form;
    private final Attachments attachments;
    private final Lease lease;
    private final List<SealedFile> files = new ArrayList<>();
    private @Nullable PartHead head;
    private Attachments.@Nullable Counted draft;
    private @Nullable SealingFile current;
    private boolean skipping;

    FormFiles(StreamedForm form, Attachments attachments, Lease lease) {
        this.form = form;
        this.attachments = attachments;
        this.lease = lease;
    }

    List<SealedFile> sealed() {
        return files;
    }

    void begin(PartHead next) {
        if (!next.name().equals("attachment")) throw new UnreadableForm();
        head = next;
        draft = null;
        current = null;
        skipping = false;
        form.beginFile(name());
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
        Context place = form.place(files.size());
        lease.take(SealingFile.HOLDS);
        draft = attachments.draft();
        current = new SealingFile(place, name(), Objects.requireNonNull(head).type(), draft);
    }

    private Optional<String> obstacle() {
        if (FileName.isTooLong(name())) return Optional.of("upload/attachment-name-too-long");
        return files.size() == Attachments.MOST ? Optional.of("upload/too-many-attachments") : attachments.obstacle();
    }

    private String name() {
        return Objects.requireNonNull(Objects.requireNonNull(head).filename());
    }

    private void refuse(String code) {
        form.refuseFiles(code);
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
        if (obstacle.isEmpty()) form.refuseEmptyFile(name());
        else refuse(obstacle.get());
    }

    /** Forgets what was not kept. */
    @Override
    public void close() {
        if (current != null) current.close();
        files.forEach(SealedFile::close);
    }
}
