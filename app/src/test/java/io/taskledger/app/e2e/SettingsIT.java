package io.taskledger.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with their accounts, and what they are told: in the product as it is. */
@InTheBrowser
class SettingsIT {

    @Test
    void an_address_is_verified_by_its_mail_once_and_then_needs_no_more(Visit visit) {
        var anna = visit.somebody();
        var tab = visit.browserOf(anna);
        tab.open("/settings/notifications");
        tab.at("to-email").click();
        tab.at("email-send").click();
        assertThat(tab.page().locator("vaadin-notification-card")).containsText("A link is on its way");
        var link = visit.mailed(anna, "/verify?token=");
        tab.open(link);
        assertThat(tab.at("verify-done")).isVisible();
        Looks.judge(tab, "verified");
        tab.open(link);
        assertThat(tab.at("verify-already")).isVisible();

        var stranger = visit.browser();
        stranger.open("/verify?token=nonsense");
        assertThat(stranger.at("verify-refused")).isVisible();
        Looks.judge(stranger, "verify-refused");
        tab.open("/settings/email");
        assertThat(tab.at("address")).containsText("Verified");
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_mail_that_is_good_once(Visit visit) {
        var anna = visit.somebody();
        var tab = visit.browser();
        tab.open("/login");
        tab.at("to-reset").click();
        tab.input("reset-email").fill(anna.name() + "@example.org");
        Looks.judge(tab, "password-reset");
        tab.input("reset-email").press("Enter");
        assertThat(tab.at("reset-asked")).isVisible();
        var link = visit.mailed(anna, "/password-reset?token=");
        tab.open(link);
        tab.input("reset-password").fill("password123");
        tab.at("reset-submit").click();
        assertThat(tab.at("reset-password")).containsText("Too many people use this password.");
        Looks.judge(tab, "password-refused");
        tab.input("reset-password").fill("a heron on the roof");
        tab.at("reset-submit").click();
        assertThat(tab.at("reset-done")).isVisible();
        tab.at("to-sign-in").click();
        tab.signIn(new Person(anna.name(), "a heron on the roof", anna.rest()));
        tab.signOut();

        tab.open(link);
        tab.input("reset-password").fill("another heron on the roof");
        tab.at("reset-submit").click();
        assertThat(tab.at("reset-refused")).isVisible();
    }

    @Test
    void what_others_do_is_told_at_the_bell_at_once_and_read_on_every_tab(Visit visit) {
        var anna = visit.somebody();
        var ben = visit.somebody();
        var tab = visit.browserOf(anna);
        var other = visit.browserOf(anna);
        assertThat(tab.at("unread")).isHidden();
        var task = ben.rest().createTask("Water the ferns");
        ben.rest()
                .post("/tasks/" + task + "/share", Map.of("shared_with_username", anna.name(), "permission", "edit"))
                .expecting(201);
        assertThat(tab.at("unread")).hasText("1");
        assertThat(other.at("unread")).hasText("1");
        tab.at("bell").click();
        assertThat(tab.at("notification")).containsText(ben.name() + " shared “Water the ferns” with you");
        Looks.judge(tab, "bell");
        tab.at("notification").click();
        assertThat(tab.input("field-title")).hasValue("Water the ferns");
        assertThat(other.at("unread")).isHidden();
        tab.open("/notifications");
        assertThat(tab.at("notification")).hasCount(1);
        Looks.judge(tab, "notifications");
    }

    @Test
    void every_part_of_the_settings_is_for_everybody(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        tab.at("account-menu").click();
        tab.at("to-settings").click();
        for (var part : new String[] {
            "profile", "email", "password", "sessions", "tokens", "notifications", "appearance", "export", "deletion"
        }) {
            tab.page().setViewportSize(1280, 800);
            tab.at("settings-" + part).click();
            assertThat(tab.at("sheet-" + part)).isVisible();
            Looks.judge(tab, "settings-" + part);
        }
        tab.open("/settings");
        Looks.judge(tab, "settings");
        tab.page().setViewportSize(1280, 800);
        letters(tab, false);
        tab.page().keyboard().press("n");
        assertThat(tab.input("quick-add")).not().isFocused();
        letters(tab, true);
        tab.page().keyboard().press("n");
        assertThat(tab.input("quick-add")).isFocused();
        tab.open("/invitations");
        assertThat(tab.at("invitations-empty")).isVisible();
        Looks.judge(tab, "invitations");
    }

    @Test
    void a_token_lets_a_program_in_until_it_is_revoked_and_the_export_has_everything(Visit visit) throws IOException {
        var anna = visit.somebody();
        var tab = visit.browserOf(anna);
        tab.open("/settings/tokens");
        tab.input("token-name").fill("Backup");
        tab.at("token-make").click();
        var token = tab.input("token-secret").inputValue();
        var program = Map.of("Authorization", "Bearer " + token);
        assertThat(visit.rest().page("/api/v1/tasks", program).status()).isEqualTo(200);
        Looks.judge(tab, "token");
        tab.at("token-revoke").click();
        confirm(tab, "Revoke");
        assertThat(tab.at("token")).hasCount(0);
        assertThat(visit.rest().page("/api/v1/tasks", program).status()).isEqualTo(401);

        tab.page().setViewportSize(1280, 800);
        tab.at("settings-export").click();
        var file = tab.page()
                .waitForDownload(() -> tab.at("export-download").click())
                .path();
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("profile.json", "tasks.json");
        }
        Files.delete(file);
    }

    @Test
    void a_german_reads_german_and_whoever_chooses_english_reads_that(Visit visit) {
        var anna = visit.somebody();
        var tab = visit.browser("de-AT");
        tab.open("/login");
        assertThat(tab.page()).hasTitle("Anmelden · Taskledger");
        tab.signIn(anna);
        assertThat(tab.at("where")).hasText("Meine Aufgaben");
        assertThat(tab.page().locator("html")).hasAttribute("lang", "de-AT");
        Looks.judge(tab, "german");
        tab.page().setViewportSize(1280, 800);
        tab.open("/settings/profile");
        tab.at("profile-language").click();
        tab.page()
                .locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("English"))
                .last()
                .click();
        assertThat(tab.at("where")).hasText("Settings");
        assertThat(tab.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void an_account_that_is_deleted_is_gone_at_once(Visit visit) {
        var anna = visit.somebody();
        var tab = visit.browserOf(anna);
        tab.open("/settings/deletion");
        tab.input("deletion-current").fill(anna.password());
        tab.at("deletion-submit").click();
        confirm(tab, "Delete my account");
        assertThat(tab.at("sign-in-news")).hasText("Your account is gone, and with it what was personal in it.");
        assertThat(visit.rest()
                        .post("/auth/login", Map.of("username", anna.name(), "password", anna.password()))
                        .status())
                .isEqualTo(401);
    }

    /** Whether they do something; then the tasks. */
    private static void letters(Tab tab, boolean wanted) {
        tab.open("/settings/appearance");
        tab.input("letter-keys").setChecked(wanted);
        tab.open("/tasks");
        assertThat(tab.input("quick-add")).isVisible();
    }

    private static void confirm(Tab tab, String button) {
        tab.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
