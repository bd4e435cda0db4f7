package io.taskledger.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether everybody can use a page as it stands: read it, reach it, and hit what is to be touched. */
final class Accessibility {

    /** Below it fingers are expected; as the stylesheet has it. */
    private static final int NARROW = 800;

    /**
     * All of axe's rules but the experimental ones, on what can be reached: a dialog alone where one is open. What is
     * left out is the framework's own: its indicator of a lost connection, its notices and its menus stand outside of every
     * landmark, the items of the menus say that they are not selected, and the buttons of a dialog are a toolbar.
     */
    private static final String RUN_AXE = """
            () => axe.run(document.querySelector('[aria-modal=true]') ?? document).then(found => {
              const theirs = {
                'region': /vaadin-connection-indicator|vaadin-context-menu-item|vaadin-notification-card/,
                'aria-allowed-attr': /vaadin-context-menu-item/,
                'aria-allowed-role': /vaadin-(confirm-)?dialog,#overlay,footer/,
                'landmark-no-duplicate-banner': /vaadin-confirm-dialog,#overlay,header/,
              };
              return found.violations.flatMap(one => one.nodes
                .filter(node => !theirs[one.id]?.test(String(node.target)))
                .map(node => `${one.id} ${node.target}: ${node.failureSummary}`));
            })""";

    /**
     * What is smaller than 44 px in either direction, of what can be touched: a field by its box, what it has in it not by
     * itself; a link within a sentence may be as high as the sentence (WCAG 2.2, 2.5.8).
     */
    private static final String SMALL = """
            () => {
              const LEAST = 43.5;
              const FIELDS = 'vaadin-text-field, vaadin-text-area, vaadin-email-field, vaadin-password-field,'
                + ' vaadin-select, vaadin-combo-box, vaadin-date-picker, vaadin-time-picker';
              const CHOICES = 'vaadin-checkbox, vaadin-radio-button';
              const box = one => (one.matches(FIELDS) && one.shadowRoot?.querySelector('[part~=input-field]')
                || one.matches(FIELDS) && one.querySelector('[part~=input-field]') || one).getBoundingClientRect();
              const within = one => !one.matches(FIELDS + ',' + CHOICES) && one.closest(FIELDS + ',' + CHOICES);
              return [...document.querySelectorAll(`a[href], button, [role=button], summary, ${FIELDS}, ${CHOICES}`)]
                .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
                  && !one.closest('[inert]') && !one.matches('.sr-only, .skip-link') && !within(one)
                  && !(one.matches('a') && getComputedStyle(one).display === 'inline'))
                .map(one => [one, box(one)])
                .filter(([one, at]) => at.right > 0 && at.left < innerWidth)
                .filter(([one, at]) => at.height < LEAST || at.width < LEAST)
                .map(([one, at]) => `small ${one.localName} ${one.dataset.testid ?? one.className}:`
                  + ` ${Math.round(at.width)} x ${Math.round(at.height)}`);
            }""";

    /** What scrolls up and down within the page, and would sideways. */
    private static final String SIDEWAYS = """
            () => [...document.querySelectorAll('.list-pane, .panel-body')]
              .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
              .map(one => `scrolls sideways within .${one.className}: ${one.scrollWidth} of ${one.clientWidth} px`)""";

    private Accessibility() {}

    /** At the page's present width and scheme. */
    static void check(Page page) {
        assertThat(problems(page)).as(page.url()).isEmpty();
    }

    /** A line for each: what axe finds, what makes the page scroll sideways, and on narrow screens what is hard to hit. */
    static List<String> problems(Page page) {
        var found = new ArrayList<String>();
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(Axe.SOURCE);
        }
        lines(page.evaluate(RUN_AXE)).forEach(found::add);
        var width = page.viewportSize().width;
        var needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > width) {
            found.add("scrolls sideways: " + needed + " px wide");
        }
        found.addAll(sideways(page));
        if (width < NARROW) {
            lines(page.evaluate(SMALL)).forEach(found::add);
        }
        return found;
    }

    /** What is too wide for the page as it stands. */
    static List<String> sideways(Page page) {
        return lines(page.evaluate(SIDEWAYS));
    }

    private static List<String> lines(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static final class Axe {
        static final String SOURCE = read();

        private static String read() {
            try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
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
