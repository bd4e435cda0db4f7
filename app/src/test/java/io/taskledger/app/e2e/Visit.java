package io.taskledger.app.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.taskledger.app.product.Mailbox;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;

import static org.assertj.core.api.Assertions.assertThat;

/** What one test does at the product: people of its own, and browsers that know nothing of each other. */
final class Visit {

    static final Path SCREENS = Path.of("target", "screens");
    private static final String PASSWORD = "four calm green herons";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Product product;
    private final Browser browser;
    private final String name;
    private final List<Tab> tabs = new ArrayList<>();

    Visit(Product product, Browser browser, String name) {
        this.product = product;
        this.browser = browser;
        this.name = name;
    }

    URI address() {
        return product.address();
    }

    Product product() {
        return product;
    }

    Rest rest() {
        return product.rest();
    }

    /** A new account, without a task. */
    Person somebody() {
        var name = "person-" + NUMBER.incrementAndGet();
        rest().register(name, PASSWORD);
        return new Person(name, PASSWORD, rest().signIn(name, PASSWORD));
    }

    Person demo() {
        return new Person("demo", "demo1234", rest().signIn("demo", "demo1234"));
    }

    /**
     * The newest link that was mailed to somebody.
     *
     * @param path that it leads to, up to its secret
     * @return path and secret
     */
    String mailed(Person person, String path) {
        return Mailbox.in(product.home()).link(person.name() + "@example.org", path);
    }

    /** A browser that has never been here. */
    Tab browser() {
        return browser("en-US");
    }

    /** @param locale that its person reads, as BCP 47 has it */
    Tab browser(String locale) {
        return browser(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
    }

    private Tab browser(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(product.address().toString())
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(RealBrowser.PATIENCE_MILLIS);
        var tab = new Tab(context.newPage());
        tabs.add(tab);
        return tab;
    }

    /** A browser of its own, with the person signed in and looking at the list. */
    Tab browserOf(Person person) {
        var tab = browser();
        tab.comeIn(person);
        return tab;
    }

    /** The same on a phone, which is touched. */
    Tab phoneOf(Person person) {
        var tab = browser(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
        tab.comeIn(person);
        return tab;
    }

    /** Of a test that failed the last that was seen is kept; one that did not fail must have left no error behind. */
    void end(boolean failed) {
        try {
            if (failed) {
                for (int at = 0; at < tabs.size(); at++) {
                    tabs.get(at)
                            .page()
                            .screenshot(new Page.ScreenshotOptions()
                                    .setPath(SCREENS.resolve("failed/" + name.replaceAll("\\W+", "_") + at + ".png")));
                }
            } else {
                assertThat(tabs.stream().flatMap(tab -> tab.errors().stream()))
                        .as("errors on the browsers' consoles")
                        .isEmpty();
            }
        } finally {
            tabs.forEach(tab -> tab.page().context().close());
        }
    }
}
