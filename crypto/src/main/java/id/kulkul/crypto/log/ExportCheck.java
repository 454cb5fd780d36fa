package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;

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
}
