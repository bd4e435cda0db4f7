package io.taskledger.app.e2e;

import java.util.regex.Pattern;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.taskledger.app.product.Lender;
import io.taskledger.app.product.WithALentProduct;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The database hangs while somebody is at it: the screens say so, and go on by themselves. */
@WithALentProduct
class DatabaseAwayIT {

    private static final LocatorAssertions.IsVisibleOptions BACK =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void somebody_is_told_and_the_page_comes_back_by_itself(Lender lender) {
        var product = lender.any().product();
        try (var browser = RealBrowser.start()) {
            var visit = new Visit(product, browser.browser(), "database away");
            var tom = visit.somebody();
            tom.rest().createTask("Water the beans");
            var tab = visit.browserOf(tom);
            assertThat(tab.row("Water the beans")).isVisible();

            product.signalPostgres("-STOP");
            try {
                tab.inRow("Water the beans", "row-check").click();
                // By a notice, or, where not even the session could be looked for, by the frame.
                assertThat(tab.page()
                                .getByText(Pattern.compile("cannot reach its data just now|No connection"))
                                .first())
                        .isVisible(BACK);
                tab.page().reload();
                assertThat(tab.at("failed-page")).isVisible(BACK);
            } finally {
                product.signalPostgres("-CONT");
            }

            // Whether the task is completed nobody was told: the database may have got that far.
            assertThat(tab.at("where")).isVisible(BACK);
        }
    }
}
