package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * An append-only Merkle tree (RFC 9162) that still knows its root and its proofs at every size it ever had.
 *
 * <p>One thread appends; any number of threads may ask meanwhile about sizes up to {@link #size()}. Some 64 bytes a
 * leaf.
 */
public final class MerkleTree {

    private volatile HashRow[] levels = {new HashRow()};
    private volatile long size;

    /** Adds the next leaf hash. */
    public void append(Digest leafHash) {
        byte[] hash = leafHash.bytes();
        levels[0].add(hash);
        long before = size;
        long count = before + 1;
        for (int level = 0; (count & 1) == 0; count >>= 1, level++) {
            hash = TreeHash.node(levels[level].get(levels[level].size() - 2), hash);
            if (level + 1 == levels.length) levels = grown();
            levels[level + 1].add(hash);
        }
        size = before + 1;
    }

    private HashRow[] grown() {
        HashRow[] more = Arrays.copyOf(levels, levels.length + 1);
        more[levels.length] = new HashRow();
        return more;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The leaf hash at an index from 0. */
    public Digest leaf(long index) {
        Objects.checkIndex(index, size);
        return Digest.of(levels[0].get(index));
    }

    /** The root as it was when the tree had that many leaves. */
    public Digest root(long atSize) {
        return frontier(atSize).root();
    }

    /** A frontier that goes on from that size by itself. */
    public Frontier frontier(long atSize) {
        known(atSize);
        return frontier(0, atSize);
    }

    /** The inclusion path of a leaf in the tree of that size, from the leaf upwards (RFC 9162, section 2.1.3.1). */
    public List<Digest> inclusion(long index, long atSize) {
        known(atSize);
        Objects.checkIndex(index, atSize);
        List<Digest> path = new ArrayList<>();
        long from = 0;
        long count = atSize;
        while (count > 1) {
            long half = Long.highestOneBit(count - 1);
            if (index < from + half) {
                path.addFirst(hash(from + half, count - half));
                count = half;
            } else {
                path.addFirst(hash(from, half));
                from += half;
                count -= half;
            }
        }
        return List.copyOf(path);
    }

    /** The proof that the tree of the first size is a prefix of the second one (RFC 9162, section 2.1.4.1). */
    public List<Digest> consistency(long first, long second) {
        known(second);
        if (first < 0 || first > second) throw new IndexOutOfBoundsException("no prefix of that size");
        List<Digest> proof = new ArrayList<>();
        long from = 0;
        long count = first == 0 ? 0 : second;
        long rest = first;
        while (rest != count) {
            long half = Long.highestOneBit(count - 1);
            if (rest <= half) {
                proof.addFirst(hash(from + half, count - half));
                count = half;
            } else {
                proof.addFirst(hash(from, half));
                from += half;
                rest -= half;
                count -= half;
            }
        }
        if (from != 0) proof.addFirst(hash(from, count));
        return List.copyOf(proof);
    }

    private Digest hash(long from, long count) {
        return frontier(from, count).root();
    }

    /** The complete subtrees of a stretch that begins at a multiple of its own full width. */
    private Frontier frontier(long from, long count) {
        Deque<byte[]> peaks = new ArrayDeque<>();
        long at = from;
        for (int level = 62; level >= 0; level--) {
            if ((count >> level & 1) == 0) continue;
            peaks.push(levels[level].get(at >> level));
            at += 1L << level;
        }
        return new Frontier(peaks, count);
    }

    private void known(long atSize) {
        if (atSize < 0 || atSize > size) throw new IndexOutOfBoundsException("the tree has not grown to that size");
    }
}
