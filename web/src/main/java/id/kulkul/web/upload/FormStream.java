package id.kulkul.web.upload;

import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Pace;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Streams a multipart form part by part, in memory only. What frameworks choose by default writes larger parts to a
 * temporary folder, which would be plaintext on disk; or it holds each field whole before anybody can say that it is
 * too long.
 */
public final class FormStream {
    /** Buffers of a form that wait, outside the heap, until a thread has time for it. */
    private static final int AHEAD = 4;

    private final Scheduler sealing;

    /** Reads on the given scheduler, whose threads may wait for a disk. */
    public FormStream(Scheduler sealing) {
        this.sealing = sealing;
    }

    /**
     * Hands each part to the intake in order; fails with {@link UnreadableForm} on anything that is not a whole form,
     * of which it takes what came.
     */
    Mono<Void> read(ServerHttpRequest request, Lease lease, int mostParts, Multipart.Parts intake) {
        return Mono.defer(() -> {
            lease.take(Multipart.HOLDS);
            Multipart form = new Multipart(boundary(request), mostParts, intake);
            return Pace.PATIENT
                    .of(lease.hear(request.getBody()))
                    .publishOn(sealing, AHEAD)
                    .doOnNext(buffer -> accept(buffer, form))
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                    .then(Mono.<Void>fromRunnable(form::end))
                    .doOnError(broken -> form.breakOff())
                    .onErrorMap(FormStream::unreadable, broken -> new UnreadableForm());
        });
    }

    /**
     * Reads a form into its intake and answers it; what goes wrong is answered too, with what came by then. What is
     * answered goes on though the sender may be gone, and what the intake holds is forgotten after that.
     */
    public <T> Mono<T> answered(
            FormIntake intake,
            ServerHttpRequest request,
            Lease lease,
            Supplier<Mono<T>> answer,
            Function<Throwable, Mono<T>> failed) {
        return Mono.using(
                () -> intake,
                form -> read(request, lease, form.mostParts(), form)
                        .then(lease.during(held(form, answer)))
                        .onErrorResume(failed),
                FormIntake::release);
    }

    /** Empty for nobody: whoever had sent it is gone. */
    private static <T> Mono<T> held(FormIntake intake, Supplier<Mono<T>> answer) {
        return Mono.defer(() -> intake.hold() ? Mono.defer(answer).doFinally(end -> intake.release()) : Mono.empty());
    }

    private static String boundary(ServerHttpRequest request) {
        try {
            MediaType type = request.getHeaders().getContentType();
            String boundary = type == null ? null : type.getParameter("boundary");
            if (boundary == null) throw new UnreadableForm();
            return boundary.startsWith("\"") ? boundary.substring(1, boundary.length() - 1) : boundary;
        } catch (IllegalArgumentException | IndexOutOfBoundsException odd) {
            throw new UnreadableForm();
        }
    }

    private static void accept(DataBuffer buffer, Multipart form) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        try {
            buffer.read(bytes);
            form.take(bytes, bytes.length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            DataBufferUtils.release(buffer);
        }
    }

    private static boolean unreadable(Throwable problem) {
        return problem instanceof TimeoutException || problem instanceof java.io.IOException;
    }
}
