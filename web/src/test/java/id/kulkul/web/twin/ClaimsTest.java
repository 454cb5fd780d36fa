package id.kulkul.web.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class ClaimsTest {
    private static final String NAMES = "async () => Object.keys((await import('/twin/claims.js')).claims)";
    private static final String RUN = "async name => { const { claims } = await import('/twin/claims.js');"
            + " try { await claims[name](await import('/static/js/staff.js')); } catch (e) { return String(e.stack); } return 'holds'; }";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @TestFactory
    Stream<DynamicTest> in_the_browser(Page page) {
        page.navigate(site.at("/kosong"));
        var names = (List<?>) page.evaluate(NAMES);
        assertThat(names).isNotEmpty();
        return names.stream()
                .map(name -> dynamicTest(name.toString(), () -> assertThat(page.evaluate(RUN, name))
                        .isEqualTo("holds")));
    }
}
