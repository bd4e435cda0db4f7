package io.taskledger.app.e2e;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.taskledger.app.product.Form;
import org.assertj.core.api.SoftAssertions;

/** How a screen looks on a desk and in a hand, by day and by night: a picture of each, and what is measured there. */
final class Looks {

    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private static final String SETTLED = """
            () => document.fonts.status === 'loaded'
              && document.getAnimations().every(one => one.playState !== 'running')
              && !(window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients)
                    .some(client => client.isActive && client.isActive()))""";

    private Looks() {}

    /** By day; as each browser begins. */
    static void atADesk(Tab tab) {
        sees(tab.page(), WIDTHS.getFirst(), ColorScheme.LIGHT);
    }

    private static void sees(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, width < 800 ? 844 : 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Each width and each scheme once in the short form. */
    static void judge(Tab tab, String name) {
        var page = tab.page();
        var found = new SoftAssertions();
        for (int width : WIDTHS) {
            for (var scheme : SCHEMES) {
                if (!Form.isLong() && (width > 800) != (scheme == ColorScheme.LIGHT)) {
                    continue;
                }
                sees(page, width, scheme);
                page.waitForFunction(SETTLED);
                var look = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
                page.screenshot(new Page.ScreenshotOptions().setPath(Visit.SCREENS.resolve(look + ".png")));
                found.assertThat(Accessibility.problems(page)).as(look).isEmpty();
            }
        }
        found.assertAll();
    }
}
