package id.kulkul.crypto.log;

import java.io.IOException;
import java.util.Optional;

/** The lines of an export, one after the other. */
@FunctionalInterface
public interface ExportSource {

    /**
     * The next line; empty after the last.
     *
     * @throws InvalidEvidence where it is no line of an export
     * @throws IOException where it cannot be read
     */
    Optional<ExportLine> next() throws InvalidEvidence, IOException;
}
