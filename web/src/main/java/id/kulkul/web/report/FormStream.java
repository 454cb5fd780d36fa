package id.kulkul.web.report;

import id.kulkul.web.page.Pace;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Streams a multipart form part by part, in memory only: the reader that frameworks choose by default writes larger parts to a temporary folder, which would be plaintext on disk.
 */
final class FormStream {
    private static final int FIELD_BYTES = 256 * 1024;
    private static final int MOST_PARTS = 100;
    private static final int HEADER_BYTES = 8 * 1024;

    private final PartEventHttpMessageReader reader = new PartEventHttpMessageReader();
    private final Scheduler sealing;

    /** Reads on the given scheduler, whose threads may wait for a disk. */
    FormStream(Scheduler sealing) {
        this.sealing = sealing;
        reader.setMaxInMemorySize(FIELD_BYTES);
        reader.setMaxParts(MOST_PARTS);
        reader.setMaxHeadersSize(HEADER_BYTES);
    }

    /** Hands each part event to the intake in order; fails with {@link UnreadableForm} on anything that is not a whole form. */
    Mono<Void> read(ServerHttpRequest request, Consumer<PartEvent> intake) {
        return reader.read(ResolvableType.forClass(PartEvent.class), Pace.PATIENT.of(request), java.util.Map.of())
                .onErrorMap(IllegalArgumentException.class, oddTypeOrCharset -> new UnreadableForm())
                .publishOn(sealing, 8)
                .doOnNext(event -> accept(event, intake))
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .onErrorMap(FormStream::unreadable, broken -> new UnreadableForm())
                .then();
    }

    private static void accept(PartEvent event, Consumer<PartEvent> intake) {
        try {
            intake.accept(event);
        } finally {
            DataBufferUtils.release(event.content());
        }
    }

    private static boolean unreadable(Throwable problem) {
        return problem instanceof DecodingException
                || problem instanceof DataBufferLimitException
                || problem instanceof ServerWebInputException
                || problem instanceof TimeoutException
                || problem instanceof java.io.IOException;
    }

    /** Returns the name of a text field's part, or of a file's. */
    static String field(PartEvent event) {
        return event.name();
    }

    static boolean isText(PartEvent event) {
        return event instanceof FormPartEvent;
    }

    static String filename(FilePartEvent event) {
        return FileName.of(event.filename());
    }

    static void copy(DataBuffer buffer, ByteConsumer to) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        to.accept(bytes);
        java.util.Arrays.fill(bytes, (byte) 0);
    }

    /** Takes bytes that are wiped as soon as it returns. */
    interface ByteConsumer {
        void accept(byte[] bytes);
    }
}
