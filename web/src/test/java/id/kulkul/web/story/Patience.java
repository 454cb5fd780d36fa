package id.kulkul.web.story;

import com.microsoft.playwright.Page;

/** What a person does when the mailbox says that the server is busy: press the button again. */
final class Patience {
    private static final int TRIES = 15;

    private Patience() {}

    static void untilAnswered(Page page) {
        for (int i = 0; i < TRIES && page.locator("#greeting").count() == 0; i++) {
            page.locator("main form button").first().click();
        }
    }

    /** Whether an answer of the mailbox only asks to try again. */
    static boolean isAskedFor(String answer) {
        return answer.contains("Server sedang sibuk");
    }
}
