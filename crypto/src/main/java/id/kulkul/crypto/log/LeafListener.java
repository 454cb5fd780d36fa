package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.UUID;

/** Is told the leaf hashes of an export while it is verified. */
public interface LeafListener {

    /** A leaf hash at its index in the log; the indexes grow. */
    void leaf(long index, Digest leafHash);

    /** Whose event the leaf at that index is, told after the leaf; nobody's where it is padding. */
    default void event(long index, UUID aggregate) {}
}
