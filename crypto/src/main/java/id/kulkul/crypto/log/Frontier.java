package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root of a growing log in the memory of a few hashes: what a verifier keeps while it streams over a history. */
public final class Frontier {

    private final Deque<byte[]> peaks;
    private long size;

    /** An empty log. */
    public Frontier() {
        this(new ArrayDeque<>(), 0);
    }

    /** The complete subtrees of a log from left to right, the last one on top. */
    Frontier(Deque<byte[]> peaks, long size) {
        this.peaks = peaks;
        this.size = size;
    }

    /** Adds the next leaf hash. */
    public void append(Digest leafHash) {
        byte[] peak = leafHash.bytes();
        for (long full = size; (full & 1) == 1; full >>= 1) peak = TreeHash.node(peaks.pop(), peak);
        peaks.push(peak);
        size++;
    }

    /** How many leaves were added. */
    public long size() {
        return size;
    }

    /** The Merkle tree hash of all leaves so far (RFC 9162, section 2.1.1); of none, the hash of nothing. */
    public Digest root() {
        Iterator<byte[]> rightToLeft = peaks.iterator();
        if (!rightToLeft.hasNext()) return Digest.of(TreeHash.empty());
        byte[] root = rightToLeft.next();
        while (rightToLeft.hasNext()) root = TreeHash.node(rightToLeft.next(), root);
        return Digest.of(root);
    }

    /** A second one that grows by itself. */
    public Frontier copy() {
        return new Frontier(new ArrayDeque<>(peaks), size);
    }
}
