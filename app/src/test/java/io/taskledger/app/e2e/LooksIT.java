package io.taskledger.app.e2e;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every screen, as a designer and as somebody who cannot see it would look at it. */
@InTheBrowser
class LooksIT {

    enum Screen {
        SIGN_IN(false, tab -> tab.open("/login")),
        SIGN_IN_REFUSED(false, tab -> tab.open("/login?error")),
        REGISTRATION(false, tab -> {
            tab.open("/register");
            tab.input("register-name").fill("ab");
            tab.input("register-password").fill("password");
            tab.at("register-submit").click();
            assertThat(tab.at("register-password")).containsText("Too many people");
        }),
        TASKS(true, tab -> assertThat(tab.rows().first()).isVisible()),
        TODAY(true, tab -> {
            tab.at("nav-today").click();
            assertThat(tab.at("where")).hasText("Today");
        }),
        UPCOMING(true, tab -> {
            tab.at("nav-upcoming").click();
            assertThat(tab.at("where")).hasText("Upcoming");
        }),
        FILTERED(true, tab -> {
            tab.open("/tasks?status=all&priority=high&tag=home&sort=title");
            assertThat(tab.rows().first()).isVisible();
        }),
        NOTHING_FOUND(true, tab -> {
            tab.open("/tasks?q=nothing+like+that");
            assertThat(tab.at("empty")).isVisible();
        }),
        PANEL(true, tab -> {
            tab.row("Book the moving van").getByTestId("row-title").click();
            assertThat(tab.at("description-text")).isVisible();
        }),
        HISTORY(true, tab -> {
            tab.row("Book the moving van").getByTestId("row-title").click();
            assertThat(tab.history().first()).isVisible();
        }),
        PANEL_MISSING(true, tab -> {
            tab.open("/tasks/nonsense");
            assertThat(tab.at("panel-missing")).isVisible();
        }),
        WHO_DID_THAT(true, tab -> {
            tab.row("Book the moving van").getByTestId("row-title").click();
            tab.at("field-priority").hover();
            tab.at("who-priority").click();
            assertThat(tab.page().getByText("Set to “")).isVisible();
        }),
        VERSIONS(true, tab -> {
            tab.row("Book the moving van").getByTestId("row-title").click();
            tab.at("tab-history").click();
            tab.at("history-view").last().click();
            assertThat(tab.at("version-restore")).isVisible();
            tab.at("version-name").click();
            tab.input("version-new-name").fill("Before the offers");
            tab.input("version-new-name").press("Enter");
            assertThat(tab.at("version").last()).containsText("Before the offers");
        }),
        TAKING_BACK(true, tab -> {
            tab.inRow("Book the moving van", "row-pick").click();
            tab.inRow("Pack the kitchen", "row-pick").click();
            tab.at("bulk-priority").click();
            tab.page().getByRole(AriaRole.MENUITEM).first().click();
            tab.at("nav-activity").click();
            var set = tab.at("activity-set").first();
            set.hover();
            set.getByTestId("activity-revert").first().click();
            assertThat(tab.at("plan-confirm")).isVisible();
        }),
        CHANGED_MEANWHILE(true, tab -> {
            tab.openTask("Repair the bicycle");
            tab.input("field-title").fill("Repair the old bicycle");
            tab.page().evaluate("""
                    async () => {
                      const said = await fetch('/api/v1/auth/login', {method: 'POST', headers: {'Content-Type': 'application/json'},
                        body: JSON.stringify({username: 'demo', password: 'demo1234'})});
                      const token = (await said.json()).access_token;
                      await fetch('/api/v1/tasks/' + location.pathname.split('/').pop(), {method: 'PATCH',
                        headers: {'Content-Type': 'application/json', Authorization: 'Bearer ' + token},
                        body: JSON.stringify({title: 'Repair the bicycle ' + Date.now()})});
                    }""");
            tab.input("field-title").press("Enter");
            assertThat(tab.at("keep-mine")).isVisible();
        }),
        COMMENTS(true, tab -> {
            tab.row("Book the moving van").getByTestId("row-title").click();
            tab.at("tab-comments").click();
            assertThat(tab.at("comment-send")).isVisible();
        }),
        SELECTION(true, tab -> {
            tab.inRow("Book the moving van", "row-pick").click();
            assertThat(tab.at("bulk-bar")).isVisible();
        }),
        PALETTE(true, tab -> {
            tab.page().keyboard().press("Control+k");
            assertThat(tab.at("palette-option").first()).isVisible();
        }),
        BOARD(true, tab -> {
            tab.at("nav-board").first().click();
            assertThat(tab.at("card").first()).isVisible();
        }),
        WORKSPACES(true, tab -> {
            tab.at("nav-workspaces").click();
            assertThat(tab.at("workspace").first()).isVisible();
        }),
        DASHBOARD(true, tab -> {
            tab.at("nav-dashboard").click();
            assertThat(tab.at("number-open")).isVisible();
        }),
        ACTIVITY(true, tab -> {
            tab.at("nav-activity").click();
            assertThat(tab.at("activity-log").locator("li").first()).isVisible();
        }),
        TAGS(true, tab -> {
            tab.open("/tasks");
            tab.at("nav-tags").click();
            tab.at("tag-colour").first().click();
            tab.at("swatch-4").click();
            assertThat(tab.at("tag-item").locator("[data-colour='4']")).isVisible();
        }),
        TAG_COLOURS(true, tab -> {
            tab.open("/tags");
            tab.at("tag-colour").first().click();
            assertThat(tab.at("swatch-none")).isVisible();
        }),
        TRASH(true, tab -> {
            tab.at("nav-trash").click();
            assertThat(tab.at("where")).hasText("Trash");
        }),
        KEYS(true, tab -> {
            tab.page().keyboard().press("?");
            assertThat(tab.at("help-close")).isVisible();
        }),
        ACCOUNT_MENU(true, tab -> {
            tab.at("account-menu").click();
            assertThat(tab.at("sign-out")).isVisible();
        });

        private final boolean signedIn;
        private final Consumer<Tab> arrange;

        Screen(boolean signedIn, Consumer<Tab> arrange) {
            this.signedIn = signedIn;
            this.arrange = arrange;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @TestFactory
    Stream<DynamicTest> a_screen_fits_and_can_be_read_by_everybody(Visit visit) {
        var stranger = visit.browser();
        var demo = visit.browserOf(visit.demo());
        return Arrays.stream(Screen.values())
                .map(screen -> dynamicTest(screen.file(), () -> {
                    var tab = screen.signedIn ? demo : stranger;
                    Looks.atADesk(tab);
                    tab.open("/");
                    tab.at(screen.signedIn ? "account-menu" : "sign-in-submit").waitFor();
                    screen.arrange.accept(tab);
                    Looks.judge(tab, screen.file());
                }));
    }

    @Test
    void an_account_without_tasks_says_what_to_do(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        assertThat(tab.at("empty")).isVisible();
        Looks.judge(tab, "no-tasks");
    }

    @Test
    void an_import_tells_what_became_of_the_board(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        tab.open("/import");
        Looks.judge(tab, "import");
        tab.at("import-upload")
                .locator("input[type=file]")
                .setInputFiles(Path.of("../exchange/src/test/resources/trello/garden.json"));
        assertThat(tab.at("import-dropped")).isVisible();
        Looks.judge(tab, "imported");
        tab.at("import-see").click();
        assertThat(tab.rows().first()).isVisible();
        Looks.judge(tab, "imported-tasks");
    }
}
