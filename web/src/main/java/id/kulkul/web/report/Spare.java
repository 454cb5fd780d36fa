package id.kulkul.web.report;

import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The part of the disk that no attachment may take, so that texts, answers and the history still fit: {@code kulkul.spare}, 2 GB by default. */
@Component
class Spare {
    private final Blobs blobs;
    private final long bytes;

    Spare(Blobs blobs, Environment environment) {
        this.blobs = blobs;
        this.bytes = environment
                .getProperty("kulkul.spare", DataSize.class, DataSize.ofGigabytes(2))
                .toBytes();
    }

    /** Whether an attachment would eat into it; waits for the disk. */
    boolean isReached() {
        try {
            return blobs.room() < bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
