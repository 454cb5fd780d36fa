package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.SymmetricKey;

/** The key-encryption key of one epoch: destroying it makes final what was deleted while it was in use. */
public record Kek(long epoch, SymmetricKey key) {}
