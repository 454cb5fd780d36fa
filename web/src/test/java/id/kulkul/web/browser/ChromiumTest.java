package id.kulkul.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class ChromiumTest {
    private static final String PAGE = "data:text/html,<h1>Kulkul</h1><script>document.title='script ran'</script>";

    @Test
    void a_window_runs_scripts(Page page) {
        page.navigate(PAGE);
        assertThat(page.title()).isEqualTo("script ran");
        assertThat(page.locator("h1").textContent()).isEqualTo("Kulkul");
    }

    @Test
    void a_window_without_script_runs_none(@Chromium.WithoutScript Page page) {
        page.navigate(PAGE);
        assertThat(page.title()).isEmpty();
    }

    @Test
    void two_windows_of_one_test_share_nothing(Page one, Page other) {
        assertThat(one.context()).isNotSameAs(other.context());
    }
}
