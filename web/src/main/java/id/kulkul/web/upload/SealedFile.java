package id.kulkul.web.upload;

import id.kulkul.crypto.seal.Sealed;
import id.kulkul.crypto.vault.BlobDraft;

/**
 * A sealed attachment whose recipients are still to be named; its ciphertext is gone when closed unless it was kept.
 */
public record SealedFile(String name, String type, Sealed sealed, BlobDraft blob) implements AutoCloseable {
    @Override
    public void close() {
        sealed.close();
        blob.close();
    }
}
