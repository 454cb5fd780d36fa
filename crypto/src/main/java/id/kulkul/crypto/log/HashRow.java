package id.kulkul.crypto.log;

import java.util.Arrays;

/**
 * A row of 32-byte hashes that only grows; whoever learned of a place after it was written may read it without a lock.
 */
final class HashRow {

    private static final int BLOCK = 1024;
    private static final int HASH = 32;

    private volatile byte[][] blocks = new byte[4][];
    private long size;

    void add(byte[] hash) {
        int block = (int) (size / BLOCK);
        if (block == blocks.length) blocks = Arrays.copyOf(blocks, block * 2);
        if (blocks[block] == null) blocks[block] = new byte[BLOCK * HASH];
        System.arraycopy(hash, 0, blocks[block], offset(size), HASH);
        size++;
    }

    byte[] get(long index) {
        int from = offset(index);
        return Arrays.copyOfRange(blocks[(int) (index / BLOCK)], from, from + HASH);
    }

    /** The writer's own count. */
    long size() {
        return size;
    }

    private static int offset(long index) {
        return (int) (index % BLOCK) * HASH;
    }
}
