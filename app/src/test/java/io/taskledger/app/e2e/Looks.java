package io.taskledger.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /**
     * Each width and each scheme once in the short form. All of axe's rules but the experimental ones, on what can be reached: a dialog alone where one is open. What is
     * left out is the framework's own: its indicator of a lost connection and its menus stand outside of every
     * landmark, the items of the menus say that they are not selected, and the buttons of a dialog are a toolbar.
     */
    private static final String RUN_AXE = """
            () => axe.run(document.querySelector('[aria-modal=true]') ?? document).then(found => {
              const theirs = {
                'region': /vaadin-connection-indicator|vaadin-context-menu-item/,
                'aria-allowed-attr': /vaadin-context-menu-item/,
                'aria-allowed-role': /vaadin-(confirm-)?dialog,#overlay,footer/,
                'landmark-no-duplicate-banner': /vaadin-confirm-dialog,#overlay,header/,
              };
              return found.violations.flatMap(one => one.nodes
                .filter(node => !theirs[one.id]?.test(String(node.target)))
                .map(node => `${one.id} ${node.target}: ${node.failureSummary}`));
            })""";

    private static final String SETTLED = """
            () => document.fonts.status === 'loaded'
              && document.getAnimations().every(one => one.playState !== 'running')
              && !(window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients)
                    .some(client => client.isActive && client.isActive()))""";

    private Looks() {}

    static void judge(Tab tab, String name) {
        var page = tab.page();
        page.evaluate(Axe.SOURCE);
        var found = new SoftAssertions();
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 800 ? 844 : 800);
            for (var scheme : SCHEMES) {
                if (!Form.isLong() && (width > 800) != (scheme == ColorScheme.LIGHT)) {
                    continue;
                }
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForFunction(SETTLED);
                var look = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
                page.screenshot(new Page.ScreenshotOptions().setPath(Visit.SCREENS.resolve(look + ".png")));
                found.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", look)
                        .isEqualTo(width);
                found.assertThat((List<?>) page.evaluate(RUN_AXE)).as(look).isEmpty();
            }
        }
        found.assertAll();
    }

    private static final class Axe {
        static final String SOURCE = read();

        private static String read() {
            try (var script = Looks.class.getResourceAsStream("/axe.min.js")) {
                if (script == null) {
                    throw new IllegalStateException("axe.min.js is not on the class path");
                }
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
