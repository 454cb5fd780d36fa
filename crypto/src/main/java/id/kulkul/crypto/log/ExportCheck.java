package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.Optional;

/** Checks the lines after the head of one kind of export. */
interface ExportCheck {

    /** The next line. */
    void accept(ExportLine line) throws Broken;

    /** After the last line. */
    void end() throws Broken;

    /** The leaf index at which the next line stands. */
    long position();

    /** How large the history is that was proved so far. */
    long size();

    /** The root at that size. */
    Digest root();

    /** Of one case, after the last line, how far it reaches. */
    default Optional<CaseSpan> span() {
        return Optional.empty();
    }
}
