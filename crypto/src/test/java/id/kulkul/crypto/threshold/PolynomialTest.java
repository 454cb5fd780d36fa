package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolynomialTest {
    @Test
    void the_field_is_the_one_of_aes() {
        assertThat(Gf256.times(0x57, 0x83)).isEqualTo(0xc1);
        for (int a = 1; a < 256; a++)
            assertThat(Gf256.times(a, Gf256.inverse(a))).isEqualTo(1);
        assertThat(Gf256.inverse(0)).isZero();
    }

    @Test
    void shares_are_the_agreed_ones() {
        var coefficients = List.of(Samples.filled(0x5a), Samples.filled(0xc3));
        assertThat(Polynomial.at(1, coefficients)).containsOnly(0x99);
        assertThat(Polynomial.at(2, coefficients)).containsOnly(0xc7);
        assertThat(Polynomial.at(3, coefficients)).containsOnly(0x04);
    }

    @Test
    void every_subset_of_enough_shares_gives_the_secret() {
        var random = new Random(7);
        for (int n = 2; n <= 7; n++) {
            for (int m = 2; m <= n; m++) {
                var coefficients = coefficients(random, m);
                for (var subset : Members.subsets(n, m)) {
                    var points = points(coefficients, subset);
                    assertThat(Polynomial.through(points, 0)).isEqualTo(coefficients.getFirst());
                    assertThat(Polynomial.through(points, n)).isEqualTo(Polynomial.at(n, coefficients));
                }
            }
        }
    }

    @Test
    void one_share_too_few_tells_nothing() {
        assertThat(chiSquare(0x00)).isLessThan(340);
        assertThat(chiSquare(0xff)).isLessThan(340);
    }

    /** Pearson's statistic of the first byte of one of two shares needed, over 255 degrees of freedom. */
    private static double chiSquare(int secret) {
        var random = new Random(20261124);
        var seen = new int[256];
        int rounds = 100_000;
        for (int i = 0; i < rounds; i++) {
            var coefficients = coefficients(random, 2);
            coefficients.set(0, Samples.filled(secret));
            seen[Polynomial.at(1, coefficients)[0] & 0xff]++;
        }
        double expected = rounds / 256.0;
        double sum = 0;
        for (int count : seen) sum += (count - expected) * (count - expected) / expected;
        return sum;
    }

    private static List<byte[]> coefficients(Random random, int m) {
        var coefficients = new ArrayList<byte[]>();
        for (int i = 0; i < m; i++) {
            var bytes = new byte[Polynomial.SIZE];
            random.nextBytes(bytes);
            coefficients.add(bytes);
        }
        return coefficients;
    }

    private static List<Share> points(List<byte[]> coefficients, List<Integer> indices) {
        return indices.stream()
                .map(i -> Share.of(i, Polynomial.at(i, coefficients)))
                .toList();
    }
}
