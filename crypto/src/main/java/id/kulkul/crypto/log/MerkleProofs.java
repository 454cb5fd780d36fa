package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;

/** Checks of the two Merkle proofs, exactly by the algorithms of RFC 9162; anything irregular proves nothing. */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** Whether the path leads from the leaf hash at an index to the root of a tree of that size (section 2.1.3.2). */
    public static boolean includes(Digest leafHash, long index, long size, List<Digest> path, Digest root) {
        if (index < 0 || index >= size) return false;
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash.bytes();
        for (Digest sibling : path) {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling.bytes(), hash);
                for (; (node & 1) == 0 && node != 0; node >>= 1) last >>= 1;
            } else {
                hash = TreeHash.node(hash, sibling.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Digest.of(hash).equals(root);
    }

    /**
     * Whether the second tree begins with all leaves of the first (section 2.1.4.2); the empty tree begins every tree.
     */
    public static boolean consistent(long first, Digest firstRoot, long second, Digest secondRoot, List<Digest> proof) {
        if (first < 0 || first > second) return false;
        if (first == 0) return proof.isEmpty() && firstRoot.equals(Digest.of(TreeHash.empty()));
        if (first == second) return proof.isEmpty() && firstRoot.equals(secondRoot);
        boolean whole = Long.bitCount(first) == 1;
        if (!whole && proof.isEmpty()) return false;
        byte[] start = (whole ? firstRoot : proof.getFirst()).bytes();
        Digest[] roots = roots(first, second, start, proof.subList(whole ? 0 : 1, proof.size()));
        return roots.length == 2 && roots[0].equals(firstRoot) && roots[1].equals(secondRoot);
    }

    /** Both roots that the path leads to; none where its length is wrong. */
    private static Digest[] roots(long first, long second, byte[] start, List<Digest> path) {
        int complete = Long.numberOfTrailingZeros(first);
        long node = (first - 1) >> complete;
        long last = (second - 1) >> complete;
        byte[] old = start;
        byte[] young = start;
        for (Digest sibling : path) {
            if (last == 0) return new Digest[0];
            if ((node & 1) == 1 || node == last) {
                old = TreeHash.node(sibling.bytes(), old);
                young = TreeHash.node(sibling.bytes(), young);
                for (; (node & 1) == 0 && node != 0; node >>= 1) last >>= 1;
            } else {
                young = TreeHash.node(young, sibling.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? new Digest[] {Digest.of(old), Digest.of(young)} : new Digest[0];
    }
}
