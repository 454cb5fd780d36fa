package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** A reader without a mouse, who must always see where they are. */
record Keyboard(Page page) {
    private static final int PATIENCE = 150;
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final String WHERE_AM_I = """
            () => {
              const here = document.activeElement;
              const style = getComputedStyle(here);
              return here === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3);
            }""";

    /** Goes on with the tabulator until an element that matches the selector has the focus. */
    void tabTo(String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate(WHERE_AM_I))
                    .as("A visible focus on the way to " + selector)
                    .isTrue();
            if (page.locator(":is(" + selector + "):focus").count() > 0) return;
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    /**
     * Goes straight to an element, once it is there to be gone to: what a script reveals cannot have the focus before.
     */
    Keyboard on(Locator element) {
        assertThat(element).isVisible(SOON);
        element.focus();
        assertThat(element).isFocused();
        return this;
    }

    Keyboard on(String selector) {
        return on(page.locator(selector));
    }

    /** Presses Enter where that leads to another page, and waits until it is there. */
    void enter() {
        page.evaluate("() => document.body.setAttribute('data-left', '')");
        page.keyboard().press("Enter");
        assertThat(page.locator("body:not([data-left])")).isAttached();
        page.waitForLoadState();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }
}
