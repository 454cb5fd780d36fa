package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;

/** Is told the leaf hashes of an export while it is verified. */
public interface LeafListener {

    /** A leaf hash at its index in the log; the indexes grow. */
    void leaf(long index, Digest leafHash);
}
