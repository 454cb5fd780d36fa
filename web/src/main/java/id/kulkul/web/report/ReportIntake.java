package id.kulkul.web.report;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** Takes one form as it streams in: fields into memory, attachments sealed at once. */
final class ReportIntake implements Consumer<PartEvent>, AutoCloseable {
    /** Most attachments of one report. */
    static final int MOST_FILES = 4;

    private static final long MOST_BYTES = 300L * 1024 * 1024;

    private final Office office;
    private final Blobs blobs;
    private final Attachments attachments;
    private final List<Attachments.Counted> counts = new ArrayList<>();
    private final ReportForm form = new ReportForm();
    private final List<SealedFile> files = new ArrayList<>();
    private @Nullable SealingFile current;
    private boolean skipping;
    private long bytes;

    ReportIntake(Office office, Blobs blobs, Attachments attachments) {
        this.office = office;
        this.blobs = blobs;
        this.attachments = attachments;
    }

    ReportForm form() {
        return form;
    }

    List<SealedFile> files() {
        return files;
    }

    @Override
    public void accept(PartEvent event) {
        bytes += event.content().readableByteCount();
        if (bytes > MOST_BYTES) throw new UnreadableForm();
        switch (event) {
            case FormPartEvent text -> field(text);
            case FilePartEvent file -> file(file);
            default -> throw new UnreadableForm();
        }
    }

    private void field(FormPartEvent text) {
        form.take(text.name(), text.value());
    }

    /** A file is bound to its case while it streams in, so all that names the case comes before it. */
    private void file(FilePartEvent event) {
        if (!event.name().equals("attachment")) throw new UnreadableForm();
        UUID report = form.named(office.manifest().tenant()).report();
        try {
            if (current == null && !skipping) begin(event, report);
            FormStream.copy(event.content(), this::take);
            if (event.isLast()) end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(FilePartEvent event, UUID report) throws IOException {
        String name = FormStream.filename(event);
        if (name.isEmpty() && event.isLast() && event.content().readableByteCount() == 0) {
            // what a browser sends where no file was chosen; a chosen file of no bytes has a name
            skipping = true;
            return;
        }
        if (FileName.isTooLong(name)) {
            refuse("attachment-name-too-long");
            return;
        }
        var obstacle = files.size() == MOST_FILES ? Optional.of("too-many-attachments") : attachments.obstacle();
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        counts.add(attachments.count());
        Context context = office.context(Kind.ATTACHMENT, report, UUID.randomUUID(), files.size() + 1L);
        current = new SealingFile(context, name, type(event), blobs.draft());
    }

    /** The type as it was sent, kept for the reader however odd it is. */
    private static String type(FilePartEvent event) {
        return Objects.requireNonNullElse(event.headers().getFirst(HttpHeaders.CONTENT_TYPE), "");
    }

    private void take(byte[] part) {
        SealingFile file = current;
        if (file == null) return;
        try {
            var obstacle = counts.getLast().take(part.length);
            if (obstacle.isPresent()) refuse(obstacle.get());
            else if (!file.take(part)) refuse("attachment-too-large");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(String code) {
        form.refuse("attachment", code);
        if (current != null) current.close();
        current = null;
        skipping = true;
    }

    /** The attachments belong to a report, and what they took is used. */
    void countAsKept() {
        counts.forEach(Attachments.Counted::keep);
    }

    private void end() throws IOException {
        if (current != null) files.add(current.finish());
        current = null;
        skipping = false;
    }

    /** Forgets everything that was not handed on. */
    @Override
    public void close() {
        if (current != null) current.close();
        files.forEach(SealedFile::close);
        counts.forEach(Attachments.Counted::close);
    }
}
