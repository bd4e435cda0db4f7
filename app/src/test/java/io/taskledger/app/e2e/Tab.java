package io.taskledger.app.e2e;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A browser with one page open, in the words of somebody who uses it. */
final class Tab {

    /**
     * Of the page that is being left, with the session; and of what the sanitizer of Markdown takes apart in a document that
     * is never shown, for the policy forbids it there as well. And that there is no connection where a test cut it.
     */
    private static final List<String> NO_COMPLAINTS = List.of(
            "an authenticated HTTP session that has ended",
            "wasClean: true",
            "/markdown-helpers",
            "net::ERR_INTERNET_DISCONNECTED");

    /** What browsers are giving up, or will not do as asked, is told to nobody by itself. */
    private static final String SAY_WHAT_IS_DEPRECATED = """
            new ReportingObserver(
                all => all.forEach(one => console.warn(`${one.type}: ${one.body.message}`)),
                {types: ['deprecation', 'intervention'], buffered: true})
              .observe()""";

    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Tab(Page page) {
        this.page = page;
        page.addInitScript(SAY_WHAT_IS_DEPRECATED);
        page.onPageError(errors::add);
        page.onConsoleMessage(said -> {
            var text = said.text() + " (" + said.location() + ")";
            if ((said.type().equals("error") || said.type().equals("warning"))
                    && NO_COMPLAINTS.stream().noneMatch(text::contains)) {
                errors.add(text);
            }
        });
    }

    Page page() {
        return page;
    }

    /** What the page complained of so far. */
    List<String> errors() {
        return errors;
    }

    void open(String path) {
        page.navigate(path);
    }

    /** As {@link #signIn}, without a look at the page for it. */
    void comeIn(Person person) {
        var form = FormData.create()
                .set("_csrf", BareBrowser.csrf(page.request().get("/login").text()))
                .set("username", person.name())
                .set("password", person.password());
        var request = RequestOptions.create().setForm(form).setMaxRedirects(0);
        page.request().post("/login", request);
        open("/");
        at("account-menu").waitFor();
    }

    void signIn(Person person) {
        input("sign-in-name").fill(person.name());
        input("sign-in-password").fill(person.password());
        at("sign-in-submit").click();
        at("account-menu").waitFor();
    }

    void signOut() {
        at("account-menu").click();
        at("sign-out").click();
        assertThat(at("sign-in-submit")).isVisible();
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** Where one types within a field. */
    Locator input(String testId) {
        return at(testId).locator("input, textarea").first();
    }

    Locator rows() {
        return at("task-row");
    }

    Locator row(String title) {
        return rows().filter(new Locator.FilterOptions()
                .setHas(at("row-title").and(page.getByText(title, new Page.GetByTextOptions().setExact(true)))));
    }

    /** A control within the row of the task; the ones that wait for the pointer are called first. */
    Locator inRow(String title, String testId) {
        var row = row(title);
        row.hover();
        return row.getByTestId(testId);
    }

    void add(String title) {
        input("quick-add").fill(title);
        input("quick-add").press("Enter");
        assertThat(row(title)).isVisible();
    }

    /** Opens the task's panel. */
    void openTask(String title) {
        row(title).getByTestId("row-title").click();
        assertThat(input("field-title")).hasValue(title);
    }

    /** Types into a field of the panel and confirms it. */
    void change(String field, String value) {
        input("field-" + field).fill(value);
        input("field-" + field).press("Enter");
    }

    /** The history of the open task, newest first, a line a sentence. */
    Locator history() {
        at("tab-history").click();
        return at("history").locator("li > .history-text > div:not(.history-fold)");
    }

    /** @param path with what the address asks for, whole */
    void awaitAddress(String path) {
        assertThat(page).hasURL(path);
    }
}
