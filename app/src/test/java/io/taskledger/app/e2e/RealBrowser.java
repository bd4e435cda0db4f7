package io.taskledger.app.e2e;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.taskledger.app.browser.InstalledBrowser;
import io.taskledger.app.product.Form;

/** The browser of this machine, without a window; it talks to nobody but the product. */
final class RealBrowser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox", // which Chromium asks of root, in containers for one
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-first-run",
            "--font-render-hinting=none");

    private final Playwright playwright;
    private final Browser browser;

    private RealBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Of what is waited for where nothing is said of time: on a busy machine a page may need seconds. */
    static final double PATIENCE_MILLIS = Form.of(15_000, 60_000);

    static RealBrowser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var program = InstalledBrowser.find();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(QUIET)
                .setHeadless(true);
        return new RealBrowser(playwright, playwright.chromium().launch(options));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
