package io.taskledger.app.e2e;

import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@InTheBrowser
class SignInIT {

    @Test
    void the_demo_person_signs_in_with_one_click_and_finds_a_board(Visit visit) {
        var tab = visit.browser();
        tab.open("/");
        assertThat(tab.page()).hasTitle("Sign in · Taskledger");
        tab.at("sign-in-demo").click();
        tab.at("sign-in-submit").click();
        assertThat(tab.at("where")).hasText("My tasks");
        assertThat(tab.row("Pay the first rent")).isVisible();
    }

    @Test
    void whoever_is_signed_out_is_asked_to_sign_in_and_then_gets_where_they_wanted(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browser();
        tab.open("/upcoming?priority=high");
        tab.awaitAddress("/login");
        tab.signIn(somebody);
        assertThat(tab.at("where")).hasText("Upcoming");
        assertThat(tab.at("filter-priority")).hasText("High priority");
    }

    @Test
    void a_wrong_password_is_refused_in_words_that_tell_nothing_of_the_account(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browser();
        for (var name : new String[] {somebody.name(), "nobody-at-all"}) {
            tab.open("/login");
            tab.input("sign-in-name").fill(name);
            tab.input("sign-in-password").fill("not the password");
            tab.input("sign-in-password").press("Enter");
            assertThat(tab.at("sign-in-error")).hasText("Name and password do not belong together.");
        }
    }

    @Test
    void signing_out_ends_the_session_and_a_link_alone_does_not(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        tab.open("/logout");
        tab.open("/tasks");
        assertThat(tab.at("account-menu")).isVisible();
        tab.signOut();
        tab.open("/tasks");
        tab.awaitAddress("/login");
    }

    @Test
    void a_new_account_is_signed_in_at_once(Visit visit) {
        var tab = visit.browser();
        tab.open("/login");
        tab.at("to-registration").click();
        register(tab, "wilma", "wilma@example.org", "a heron on the roof");
        assertThat(tab.at("account-menu")).hasAccessibleName("Account of wilma");
        assertThat(tab.at("empty").getByRole(AriaRole.HEADING)).hasText("No tasks yet");
    }

    @Test
    void what_is_wrong_with_a_registration_is_said_beside_the_field(Visit visit) {
        var taken = visit.somebody();
        var tab = visit.browser();
        tab.open("/register");
        register(tab, "", "", "");
        sentBackTo(tab, "register-name", "This is needed.");
        refused(tab, "register-email", "This is needed.");
        refused(tab, "register-password", "This is needed.");
        register(tab, "ab", "no address", "short");
        sentBackTo(tab, "register-name", "At least 3 characters, please.");
        refused(tab, "register-email", "This is no email address.");
        refused(tab, "register-password", "At least 8 characters, please.");
        register(tab, "a name", "walter@example.org", "password123");
        sentBackTo(tab, "register-name", "Letters, digits, dots, dashes and underscores only.");
        register(tab, "walter", "walter@example.org", "password123");
        sentBackTo(tab, "register-password", "Too many people use this password.");
        register(tab, taken.name().toUpperCase(Locale.ROOT), "walter@example.org", "a heron on the roof");
        sentBackTo(tab, "register-name", "The name " + taken.name().toUpperCase(Locale.ROOT) + " is taken.");
        register(tab, "walter", taken.name() + "@example.org", "a heron on the roof");
        sentBackTo(
                tab,
                "register-email",
                "There is an account with the address " + taken.name() + "@example.org already.");
        assertThat(visit.rest()
                        .post("/auth/login", Map.of("username", "walter", "password", "a heron on the roof"))
                        .status())
                .isEqualTo(401);
    }

    private static void register(Tab tab, String name, String email, String password) {
        tab.input("register-name").fill(name);
        tab.input("register-email").fill(email);
        tab.input("register-password").fill(password);
        tab.at("register-submit").click();
    }

    /** Waits for the focus, too: what is typed meanwhile would go elsewhere. */
    private static void sentBackTo(Tab tab, String field, String sentence) {
        refused(tab, field, sentence);
        assertThat(tab.input(field)).isFocused();
    }

    private static void refused(Tab tab, String field, String sentence) {
        assertThat(tab.at(field).getByText(sentence)).isVisible();
        assertThat(tab.input(field)).hasAttribute("aria-invalid", "true");
    }
}
