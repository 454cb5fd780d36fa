package id.kulkul.crypto.threshold;

import java.util.Arrays;
import java.util.List;

/** Shamir's sharing of 32 bytes, each byte on a polynomial of its own over the field of 256 elements. */
final class Polynomial {
    static final int SIZE = 32;

    private Polynomial() {}

    /** The value at x of the polynomials with these coefficients, the constant one first. */
    static byte[] at(int x, List<byte[]> coefficients) {
        var value = new byte[SIZE];
        for (var coefficient : coefficients.reversed()) {
            for (int i = 0; i < SIZE; i++) {
                value[i] = (byte) (Gf256.times(value[i] & 0xff, x) ^ (coefficient[i] & 0xff));
            }
        }
        return value;
    }

    /** The value at x of the polynomials of least degree through the points; their indices must be distinct. */
    static byte[] through(List<Share> points, int x) {
        var value = new byte[SIZE];
        for (var point : points) {
            int weight = weight(points, point.index(), x);
            var y = point.bytes();
            for (int i = 0; i < SIZE; i++) value[i] ^= (byte) Gf256.times(y[i] & 0xff, weight);
            Arrays.fill(y, (byte) 0);
        }
        return value;
    }

    private static int weight(List<Share> points, int own, int x) {
        int above = 1;
        int below = 1;
        for (var other : points) {
            if (other.index() == own) continue;
            above = Gf256.times(above, x ^ other.index());
            below = Gf256.times(below, own ^ other.index());
        }
        return Gf256.times(above, Gf256.inverse(below));
    }
}
