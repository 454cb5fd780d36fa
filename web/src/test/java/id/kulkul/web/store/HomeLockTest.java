package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @Test
    void whoever_has_the_home_has_the_right_to_the_rounds_until_it_is_given_back(@TempDir Path folder)
            throws IOException {
        var homes = new Homes(folder, null, false);
        var lock = HomeLock.take(homes);
        assertThat(lock.isHeld()).isTrue();
        assertThatThrownBy(() -> HomeLock.take(homes)).isInstanceOf(HomeInUse.class);
        assertThat(lock.isHeld()).isTrue();
        lock.close();
        assertThat(lock.isHeld()).isFalse();
    }
}
