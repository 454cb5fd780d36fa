package id.kulkul.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each {@link Page} parameter of a test its own fresh window of the one Chromium of its thread; nothing of a
 * browser is ever touched by two threads.
 *
 * <p>It is {@code /usr/bin/chromium-headless-shell} where that is installed, the same engine without the frame of a
 * window, which nobody sees here and which takes a quarter of all; otherwise {@code /usr/bin/chromium}.
 * {@code -Dkulkul.chromium=FILE} names another. Where there is none the tests are skipped with one printed line;
 * {@code -Dkulkul.browser=required} makes its absence a failure. A test that fails leaves a picture of each of its
 * windows in {@code target/pictures}.
 */
public final class Chromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    /** Asks for a window whose JavaScript is switched off. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface WithoutScript {}

    /** On two cores that two tests share, a page may take its time. */
    private static final double PATIENCE = 20_000;

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path WHOLE = Path.of("/usr/bin/chromium");
    private static final Path PROGRAM =
            Path.of(System.getProperty("kulkul.chromium", (Files.isExecutable(SHELL) ? SHELL : WHOLE).toString()));
    private static final boolean REQUIRED = "required".equals(System.getProperty("kulkul.browser"));
    private static final String ABSENT = "No Chromium at " + PROGRAM
            + ": browser tests are skipped. Install it with 'apt-get install chromium', or name one with -Dkulkul.chromium=FILE.";
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=" + String.join(",", Furniture.WITHOUT));

    /** Saves what the whole page shows now as {@code target/pictures/NAME.png}. */
    public static Path picture(Page page, String name) {
        var file = Path.of("target", "pictures", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Files.isExecutable(PROGRAM) || REQUIRED) return ConditionEvaluationResult.enabled("Chromium");
        if (TOLD.compareAndSet(false, true)) System.out.println(ABSENT);
        return ConditionEvaluationResult.disabled(ABSENT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Page.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var browser = running(test).browser();
        if (parameter.getParameter().getType() == Browser.class) return browser;
        var options = new Browser.NewContextOptions()
                .setLocale("id-ID")
                .setTimezoneId("Asia/Makassar")
                .setViewportSize(1366, 768)
                .setJavaScriptEnabled(!parameter.isAnnotated(WithoutScript.class));
        var window = browser.newContext(options);
        windows(test).list().add(window);
        return window.newPage();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var open = windows(test).list();
        if (test.getExecutionException().isPresent()) keepPictures(test, open);
        open.forEach(BrowserContext::close);
        open.clear();
    }

    private static void keepPictures(ExtensionContext test, List<BrowserContext> open) {
        var name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        var pages = open.stream().flatMap(window -> window.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) picture(pages.get(i), name + "-" + i);
    }

    private static Windows windows(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent("windows", key -> new Windows(new ArrayList<>()), Windows.class);
    }

    private static Running running(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Thread.currentThread(), key -> Running.start(), Running.class);
    }

    private record Windows(List<BrowserContext> list) {}

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            if (!Files.isExecutable(PROGRAM)) throw new IllegalStateException(ABSENT);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            var options =
                    new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS);
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
