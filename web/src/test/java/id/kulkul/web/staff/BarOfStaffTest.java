package id.kulkul.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whoever works here reads what is wrong with the office, whatever page is open. */
class BarOfStaffTest {
    @Test
    void every_page_with_the_bar_of_staff_has_room_for_what_is_wrong() throws IOException {
        List<String> withBar = new ArrayList<>();
        for (var page : new PathMatchingResourcePatternResolver().getResources("classpath:/templates/*/*.html")) {
            String text = page.getContentAsString(StandardCharsets.UTF_8);
            if (text.contains("staff/bar :: bar")) withBar.add(text);
        }
        assertThat(withBar).isNotEmpty().allSatisfy(page -> assertThat(page).contains("staff/bar :: troubles"));
    }
}
