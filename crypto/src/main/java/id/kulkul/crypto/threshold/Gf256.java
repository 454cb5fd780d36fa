package id.kulkul.crypto.threshold;

/** The field of 256 elements modulo x^8+x^4+x^3+x+1, in time that does not depend on the values. */
final class Gf256 {
    private static final int MODULUS = 0x1b;

    private Gf256() {}

    static int times(int a, int b) {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--) {
            int carry = -((product >>> 7) & 1);
            product = ((product << 1) & 0xff) ^ (carry & MODULUS);
            product ^= a & -((b >>> bit) & 1);
        }
        return product;
    }

    /** The inverse of a, that is a to the power of 254; of zero it is zero. */
    static int inverse(int a) {
        int result = 1;
        for (int bit = 7; bit >= 0; bit--) {
            result = times(result, result);
            if (((254 >>> bit) & 1) == 1) result = times(result, a);
        }
        return result;
    }
}
