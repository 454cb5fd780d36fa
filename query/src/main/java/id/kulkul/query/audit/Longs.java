package id.kulkul.query.audit;

import java.util.Arrays;

/** A row of numbers that grows without boxing. */
final class Longs {

    private long[] values = new long[4];
    private int size;

    void add(long value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }

    long get(long index) {
        if (index < 0 || index >= size) throw new IndexOutOfBoundsException("no such place");
        return values[(int) index];
    }

    int size() {
        return size;
    }

    /** Where the value first stands in an ascending row, which may repeat it, or where the first larger one does. */
    int firstNotBelow(long value) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < value) from = middle + 1;
            else to = middle;
        }
        return from;
    }
}
