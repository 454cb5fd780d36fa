package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.security.MessageDigest;

/** The two hashes of RFC 9162, section 2.1.1: a leaf begins with 00, an inner node with 01. */
final class TreeHash {

    private TreeHash() {}

    static byte[] leaf(byte[] data) {
        return hash((byte) 0, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return hash((byte) 1, left, right);
    }

    static byte[] empty() {
        return Digest.newSha256().digest();
    }

    private static byte[] hash(byte prefix, byte[]... parts) {
        MessageDigest sha256 = Digest.newSha256();
        sha256.update(prefix);
        for (byte[] part : parts) sha256.update(part);
        return sha256.digest();
    }
}
