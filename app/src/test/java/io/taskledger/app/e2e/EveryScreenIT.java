package io.taskledger.app.e2e;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.taskledger.app.e2e.Estate.Role;
import io.taskledger.app.product.Form;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Each address of a screen, with another's things in it, and each call that a page could make, by everybody who may less. */
@InTheBrowser
class EveryScreenIT {

    static final Pattern RESOURCE = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+");

    @Test
    void nobody_is_told_what_is_none_of_their_business_at_any_address(Visit visit) throws SQLException {
        var owner = visit.somebody();
        var estate = new Estate(visit.product(), owner);
        var wrong = new ArrayList<String>();
        var all = new StringBuilder();
        for (var role : Role.values()) {
            var guest = role == Role.OWNER ? owner : estate.let(visit.somebody(), role);
            var browser = new BareBrowser(visit.address()).signedIn(guest);
            for (var door : Doors.all()) {
                for (var address : door.addresses(estate.things())) {
                    for (var asked : estate.asked(address)) {
                        var told = browser.open(asked);
                        var betrayed = estate.betrayed(role, told);
                        if (!betrayed.isEmpty()) {
                            wrong.add(role + " at " + asked + " reads " + betrayed);
                        }
                        if (role == Role.OWNER) {
                            all.append(told);
                        }
                    }
                }
            }
            if (role != Role.OWNER) {
                assertThat(estate.doneBy(guest)).isSubsetOf("workspace.member-joined");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Estate.tellsAll(all.toString())).isTrue();
    }

    @Test
    void who_is_not_signed_in_is_sent_to_the_sign_in_page_from_everywhere_else(Visit visit) {
        var estate = new Estate(visit.product(), visit.somebody());
        var tab = visit.browser();
        var stranger = new BareBrowser(visit.address());
        for (var door : Doors.all()) {
            for (var address : door.addresses(estate.things())) {
                if (!door.open()) {
                    assertThat(stranger.get(address)).as(address).satisfies(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(302);
                        assertThat(answer.headers().firstValue("Location").orElse(""))
                                .endsWith("/login");
                    });
                }
                assertThat(estate.betrayed(Role.STRANGER, stranger.open(address)))
                        .as(address)
                        .isEmpty();
            }
        }
        tab.open("/boards/" + estate.workspace);
        assertThat(tab.at("sign-in-submit")).isVisible();
        // From the sign-in page's own tab, by the framework's way to change the page.
        assertThat(estate.betrayed(Role.STRANGER, stranger.open("/tasks/" + estate.shared)))
                .isEmpty();
    }

    @Test
    void a_real_browser_shows_others_nothing_either(Visit visit) {
        var owner = visit.somebody();
        var estate = new Estate(visit.product(), owner);
        for (var role :
                Form.isLong() ? List.of(Role.STRANGER, Role.SHOWN_A_TASK, Role.VIEWER) : List.of(Role.STRANGER)) {
            var tab = visit.browserOf(estate.let(visit.somebody(), role));
            for (var door : Doors.all()) {
                if (door.open() || !door.template().contains(":")) {
                    continue;
                }
                for (var address : door.addresses(estate.things())) {
                    tab.open(address);
                    assertThat(tab.at("account-menu")).isVisible();
                    assertThat(estate.betrayed(role, tab.page().content()))
                            .as(role + " at " + address)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void what_a_page_could_call_changes_nothing_that_one_may_not(Visit visit) throws SQLException {
        var owner = visit.somebody();
        var estate = new Estate(visit.product(), owner);
        var allowed = new EnumMap<Role, List<String>>(Map.of(
                Role.STRANGER, List.of(),
                Role.SHOWN_A_TASK, List.of("task.commented", "task.left", "task.reminder-set"),
                Role.VIEWER, List.of("workspace.member-joined", "task.commented", "task.reminder-set")));
        for (var entry : allowed.entrySet()) {
            var guest = estate.let(visit.somebody(), entry.getKey());
            var own = guest.rest().createTask("Mine");
            var home = guest.rest()
                    .get("/tasks/" + own)
                    .json()
                    .path("workspace_id")
                    .asString();
            var browser = new BareBrowser(visit.address()).signedIn(guest);
            var page = switch (entry.getKey()) {
                case VIEWER -> "/boards/" + estate.workspace + "/" + estate.teams;
                case SHOWN_A_TASK -> "/tasks/" + estate.shared;
                default -> "/tasks/" + own;
            };
            assertThat(new Mischief(browser, forged(estate.teams, estate.list, "")).on(browser.open(page)))
                    .as(page)
                    .isGreaterThan(20);
            for (var forged : List.of(
                    forged(estate.teams, estate.list, ""),
                    forged(own, estate.list, estate.teams),
                    forged(estate.hidden, ListId.firstOf(new WorkspaceId(home)).text(), own))) {
                assertThat(new Mischief(browser, forged).on(browser.open("/boards/" + home), "card-moved"::equals))
                        .isEqualTo(1);
            }
            assertThat(browser.get("/tasks").statusCode()).as("still signed in").isEqualTo(200);
            assertThat(estate.doneBy(guest)).as(entry.getKey().name()).isSubsetOf(entry.getValue());
        }
        var editor = estate.let(visit.somebody(), Role.EDITOR);
        var browser = new BareBrowser(visit.address()).signedIn(editor);
        new Mischief(browser, forged(estate.teams, estate.list, ""))
                .on(browser.open("/boards/" + estate.workspace + "/" + estate.teams));
        assertThat(estate.doneBy(editor)).contains("task.edited");
    }

    @Test
    void a_tab_of_a_session_that_was_ended_is_told_nothing_more(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browserOf(somebody);
        var other = visit.browserOf(somebody);
        tab.add("Before the end");
        assertThat(other.row("Before the end")).isVisible();

        somebody.rest().delete("/users/me/sessions").expecting(204);
        for (var one : List.of(tab, other)) {
            assertThat(one.at("sign-in-submit")).isVisible();
            assertThat(one.page().content()).doesNotContain("Before the end");
        }
        somebody.rest().createTask("After the end");
        tab.errors().clear();
        other.errors().clear();
    }

    /** A card that is moved, as a board tells it. */
    private static Map<String, String> forged(String task, String list, String next) {
        return Map.of("task", task, "list", list, "next", next, "previous", "");
    }

    @Test
    void what_a_page_was_given_for_itself_alone_is_of_no_use_to_others(Visit visit) throws SQLException {
        var owner = visit.somebody();
        var estate = new Estate(visit.product(), owner);
        var owners = new BareBrowser(visit.address()).signedIn(owner);
        var told = owners.open("/tasks/" + estate.hidden);
        var addresses = RESOURCE.matcher(told)
                .results()
                .map(one -> "/" + one.group())
                .distinct()
                .toList();
        assertThat(addresses).hasSizeGreaterThan(1);
        var words = owners.message(BareBrowser.typed(1, "x", Mischief.TEXT));
        var somebody = visit.somebody();
        var others = List.of(new BareBrowser(visit.address()), new BareBrowser(visit.address()).signedIn(somebody));
        for (var other : others) {
            other.open("/tasks");
            for (var address : addresses) {
                assertThat(other.get(address).body()).as(address).isNotEqualTo("mine");
                var sent = other.post(address, Mischief.TEXT, Map.of("X-Filename", "weasel.txt"));
                assertThat(sent.statusCode()).as(address).isNotEqualTo(200);
            }
            // The owner's own message, with the owner's key in it, to the owner's tab and to their own.
            for (var mailbox : List.of(owners.mailbox(), other.mailbox())) {
                var answer = other.post(mailbox, words);
                assertThat(estate.betrayed(Role.STRANGER, answer.body())).isEmpty();
                assertThat(answer.statusCode()).isNotEqualTo(500);
            }
        }
        assertThat(addresses.stream().map(address -> owners.get(address).body()))
                .contains("mine");
        assertThat(estate.doneBy(somebody)).isEmpty();
    }
}
