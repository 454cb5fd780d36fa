package id.kulkul.web.report;

import id.kulkul.crypto.seal.Sealed;

/** A sealed attachment whose recipients are still to be named. */
record SealedFile(String name, String type, Sealed sealed) implements AutoCloseable {
    @Override
    public void close() {
        sealed.close();
    }
}
