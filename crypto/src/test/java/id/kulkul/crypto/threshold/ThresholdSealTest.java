package id.kulkul.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdSealTest {
    private final List<Recipient> three = Members.of(2, 3).recipients();

    @Test
    void it_takes_at_least_two_and_at_most_all_of_the_members() {
        assertThat(among(2, three).m()).isEqualTo(2);
        assertThat(among(3, three).m()).isEqualTo(3);
        assertRefused(1, three);
        assertRefused(4, three);
    }

    @Test
    void the_members_stand_in_ascending_order_and_once_each() {
        assertRefused(2, three.reversed());
        assertRefused(2, List.of(three.get(0), three.get(0), three.get(1)));
        assertRefused(2, List.of(three.get(0), three.get(2), three.get(1)));
    }

    @Test
    void there_are_at_most_255_members() {
        assertThat(among(2, Members.of(2, 255).recipients()).members()).hasSize(255);
        assertRefused(2, Members.of(2, 256).recipients());
    }

    private static ThresholdSeal among(int m, List<Recipient> members) {
        return new ThresholdSeal(Samples.MANIFEST, m, members);
    }

    private static void assertRefused(int m, List<Recipient> members) {
        assertThatThrownBy(() -> among(m, members)).isInstanceOf(IllegalArgumentException.class);
    }
}
