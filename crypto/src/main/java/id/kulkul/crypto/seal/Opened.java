package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;

/** What came out of a sealed item, whole and without padding: its length in bytes and its SHA-256. */
public record Opened(long length, Digest sha256) {}
