package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;

/** What an auditor believes before opening an export: the fingerprint of the root keys, and the policy file. */
public record Anchor(Digest rootFingerprint, TrustPolicy policy) {}
