package id.kulkul.web.upload;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Pace;
import id.kulkul.web.page.Places;
import id.kulkul.web.page.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps ciphertexts that reporters send ahead of their report or answer, each under the hash that they gave, a few at a
 * time.
 */
@Component
public class Uploads {
    private static final int AT_ONCE = 32;

    private final Scheduler sealing;
    private final Scheduler keeping;
    private final Attachments attachments;
    private final Places places = new Places(AT_ONCE);

    /** Writes on the one scheduler, and waits for the disk on the other. */
    public Uploads(Attachments attachments, Scheduler sealing, Scheduler keeping) {
        this.attachments = attachments;
        this.sealing = sealing;
        this.keeping = keeping;
    }

    /** Takes the body of a request for this address in hex; what is none is no page. */
    public Mono<Void> take(String sha256, ServerWebExchange exchange) {
        return Mono.defer(() ->
                take(address(sha256), Lease.of(exchange), exchange.getRequest().getBody()));
    }

    private static Digest address(String hex) {
        try {
            return Digest.parse(hex);
        } catch (IllegalArgumentException notAHash) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }

    /**
     * Completes once the blob survives the end of the process; nothing is kept of a body that is not what its address
     * says.
     */
    Mono<Void> take(Digest address, Lease lease, Flux<DataBuffer> body) {
        var written = Mono.using(
                        this::draft,
                        draft -> write(body, draft, lease).then(lease.during(keep(draft, address))),
                        BlobDraft::close)
                .subscribeOn(sealing);
        return places.during(lease, written, () -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, "upload/busy"));
    }

    private Mono<Void> write(Flux<DataBuffer> body, Attachments.Counted draft, Lease lease) {
        return Pace.PATIENT
                .of(lease.hear(body))
                .publishOn(sealing, 8)
                .doOnNext(buffer -> lease.heard(write(buffer, draft)))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .onErrorMap(Uploads::broken, cut -> new Refused(HttpStatus.BAD_REQUEST, "upload/cut-off"))
                .then();
    }

    private static int write(DataBuffer buffer, Attachments.Counted draft) {
        try {
            draft.take(buffer.readableByteCount()).ifPresent(Uploads::refuse);
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            draft.write(bytes, 0, bytes.length);
            return bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private Mono<Void> keep(BlobDraft draft, Digest address) {
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        if (!draft.keepAs(address))
                            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "upload/other-content");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .subscribeOn(keeping);
    }

    private Attachments.Counted draft() throws IOException {
        attachments.obstacle().ifPresent(Uploads::refuse);
        return attachments.sealedDraft();
    }

    private static void refuse(String code) {
        boolean large = code.equals(Attachments.TOO_LARGE);
        throw new Refused(large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.INSUFFICIENT_STORAGE, code);
    }

    private static boolean broken(Throwable problem) {
        return problem instanceof TimeoutException || problem instanceof IOException;
    }
}
