package id.kulkul.crypto.seal;

import org.junit.jupiter.api.Test;

/** Apart from the other tests of sealing, which take less time together. */
class WarmingTest {
    @Test
    void warming_does_no_harm() {
        Seal.warm();
    }
}
