package id.kulkul.web.report;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Pace;
import id.kulkul.web.page.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps ciphertexts that reporters send ahead of their report, each under the hash that they gave, a few at a time. */
@Component
class Uploads {
    /** Most bytes of one ciphertext: the room for 64 MiB of file, and a little more. */
    static final long LARGEST = 73L * 1024 * 1024;

    private static final int AT_ONCE = 32;

    private final Blobs blobs;
    private final Scheduler sealing;
    private final Attachments attachments;
    private final Places places = new Places(AT_ONCE);

    Uploads(Blobs blobs, Attachments attachments, Scheduler sealing) {
        this.blobs = blobs;
        this.attachments = attachments;
        this.sealing = sealing;
    }

    /** Completes once the blob survives the end of the process; nothing is kept of a body that is not what its address says. */
    Mono<Void> take(Digest address, Lease lease, Flux<DataBuffer> body) {
        var written = Mono.using(
                        attachments::count,
                        count -> written(address, lease.hear(body), count),
                        Attachments.Counted::close)
                .subscribeOn(sealing);
        return places.during(
                lease, written, () -> SealedReportController.refused(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
    }

    private Mono<Void> written(Digest address, Flux<DataBuffer> body, Attachments.Counted count) {
        return Mono.using(
                this::draft, draft -> write(body, draft, count).then(keep(draft, address, count)), BlobDraft::close);
    }

    private Mono<Void> write(Flux<DataBuffer> body, BlobDraft draft, Attachments.Counted count) {
        long[] length = {0};
        return Pace.PATIENT
                .of(body)
                .publishOn(sealing, 8)
                .doOnNext(buffer -> write(buffer, draft, length, count))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .onErrorMap(Uploads::broken, cut -> SealedReportController.refused(HttpStatus.BAD_REQUEST, "cut-off"))
                .then();
    }

    private void write(DataBuffer buffer, BlobDraft draft, long[] length, Attachments.Counted count) {
        try {
            length[0] += buffer.readableByteCount();
            count.take(buffer.readableByteCount()).ifPresent(Uploads::refuse);
            if (length[0] > LARGEST)
                throw SealedReportController.refused(HttpStatus.CONTENT_TOO_LARGE, "attachment-too-large");
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            draft.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** A ciphertext that is there already takes no more of the disk. */
    private Mono<Void> keep(BlobDraft draft, Digest address, Attachments.Counted count) {
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        boolean there = blobs.length(address) >= 0;
                        if (!draft.keepAs(address))
                            throw SealedReportController.refused(HttpStatus.UNPROCESSABLE_CONTENT, "other-content");
                        if (!there) count.keep();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .subscribeOn(sealing);
    }

    private BlobDraft draft() throws IOException {
        attachments.obstacle().ifPresent(Uploads::refuse);
        return blobs.draft();
    }

    private static void refuse(String code) {
        throw SealedReportController.refused(HttpStatus.INSUFFICIENT_STORAGE, code);
    }

    private static boolean broken(Throwable problem) {
        return problem instanceof TimeoutException || problem instanceof IOException;
    }
}
