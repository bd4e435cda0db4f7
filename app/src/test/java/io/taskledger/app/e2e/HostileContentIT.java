package io.taskledger.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import io.taskledger.app.product.Rest.Answer;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people write or bring along, it is shown or saved, and nothing of it runs in anybody's browser. */
@InTheBrowser
class HostileContentIT {

    @Test
    void what_people_write_is_shown_on_every_screen_and_run_on_none(Visit visit) {
        assertThat(Injections.TEXTS).hasSize(40).doesNotHaveDuplicates();
        var somebody = visit.somebody();
        var rest = somebody.rest();
        var workspace = idOf(rest.post("/workspaces", Map.of("name", Injections.TEXTS.getFirst())));
        var all = String.join("\n\n", Injections.TEXTS);
        var task = idOf(rest.post("/tasks", Map.of("title", "Everything", "description", all)));
        rest.post("/tasks/" + task + "/comments", Map.of("content", all)).expecting(201);
        rest.patch("/users/me", Map.of("display_name", "<img src=x onerror=alert(0)>"))
                .expecting(200);
        var guest = visit.somebody();
        rest.post("/tasks/" + task + "/share", Map.of("shared_with_username", guest.name()))
                .expecting(201);
        guest.rest()
                .post("/tasks/" + task + "/comments", Map.of("content", "@" + somebody.name() + " " + all))
                .expecting(201);
        rest.post("/users/me/tokens", Map.of("name", "<img src=x onerror=alert(0)>", "scopes", List.of("tasks:read")))
                .expecting(201);
        for (var text : Injections.TEXTS) {
            // One line, as titles and names are.
            var line = text.replace('\n', ' ');
            rest.post("/tasks", Map.of("title", line, "tags", List.of(line.substring(0, Math.min(40, line.length())))));
            rest.post("/workspaces/" + workspace + "/lists", Map.of("name", line));
            rest.delete("/tasks/" + rest.createTask("Gone: " + line)).expecting(204);
            rest.upload(
                            "/tasks/" + task + "/files",
                            line.replace('"', '\'') + ".txt",
                            "text/plain",
                            "x".getBytes(UTF_8))
                    .expecting(201);
        }
        var tab = visit.browserOf(somebody);
        var dialogs = new ArrayList<String>();
        tab.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });

        tab.open("/tasks?status=all");
        assertThat(tab.row("<script>alert(1)</script>")).isVisible();
        tab.open("/tasks/" + task);
        // What Markdown takes for HTML it leaves out; what it does not, is text.
        assertThat(tab.at("description-text")).containsText("alert(11)");
        tab.at("tab-comments").click();
        assertThat(tab.at("comment-send")).isVisible();
        assertThat(tab.page().evaluate("""
                () => [...document.querySelectorAll('vaadin-markdown *')]
                  .flatMap(one => [...one.attributes])
                  .filter(one => one.name.startsWith('on') || /^\\s*javascript:/i.test(one.value))
                  .length""")).isEqualTo(0);
        assertThat(tab.history().first()).isVisible();
        for (var path : List.of(
                "/boards/" + workspace,
                "/activity",
                "/trash",
                "/workspaces",
                "/dashboard",
                "/notifications",
                "/settings",
                "/settings/tokens")) {
            tab.open(path);
            assertThat(tab.at("account-menu")).isVisible();
        }

        assertThat(dialogs).isEmpty();
        // Pictures that are not there, for one.
        assertThat(tab.errors()).noneMatch(error -> error.contains("script"));
        tab.errors().clear();
    }

    @Test
    void files_are_saved_or_are_pictures_and_nothing_in_them_runs(Visit visit) {
        assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(25);
        var somebody = visit.somebody();
        var rest = somebody.rest();
        var task = rest.createTask("Files");
        var taken = new ArrayList<String>();
        for (var file : HostileFiles.all()) {
            var answer = rest.upload("/tasks/" + task + "/files", file.name(), file.mediaType(), file.content());
            assertThat(answer.status()).as(file.name()).isIn(201, 400);
            if (answer.status() == 201) {
                taken.add("/api/v1/files/" + answer.json().path("id").asString());
            }
            rest.upload("/users/me/avatar", file.name(), file.mediaType(), file.content());
        }
        assertThat(taken).hasSizeGreaterThan(5);
        var picture = rest.get("/users/me").json().path("avatar_url").asString("");
        if (!picture.isEmpty()) {
            taken.add("/api/v1" + picture);
        }

        var tab = visit.browserOf(somebody);
        var dialogs = new ArrayList<String>();
        tab.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        tab.page()
                .context()
                .addCookies(List.of(new Cookie("access_token", rest.token())
                        .setUrl(visit.address().toString())));
        for (var address : taken) {
            var answer = tab.page().request().get(address);
            var headers = answer.headers();
            assertThat(answer.status()).as(address).isEqualTo(200);
            assertThat(headers).as(address).containsEntry("x-content-type-options", "nosniff");
            assertThat(headers.get("content-security-policy"))
                    .as(address)
                    .contains("default-src 'none'")
                    .contains("sandbox");
            if (!headers.getOrDefault("content-disposition", "").startsWith("attachment")) {
                assertThat(headers.get("content-type")).as(address).matches("image/(png|jpeg|gif|webp)");
            }
            look(tab.page(), address);
        }
        tab.open("/tasks/" + task);
        assertThat(tab.at("file").first()).isVisible();
        assertThat(dialogs).isEmpty();
        tab.errors().clear(); // pictures that are none
    }

    @Test
    void more_than_a_field_takes_is_refused_whatever_the_page_says_of_it(Visit visit) {
        var somebody = visit.somebody();
        var browser = new BareBrowser(visit.address()).signedIn(somebody);
        var upload = EveryScreenIT.RESOURCE.matcher(browser.open("/settings/profile"));
        assertThat(upload.find()).isTrue();
        var large = "GIF89a" + "x".repeat(3 << 20);

        var answer = browser.post("/" + upload.group(), large, Map.of("X-Filename", "large.gif"));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(somebody.rest().get("/users/me").json().path("avatar_url").isNull())
                .isTrue();
    }

    /** What is to be saved opens no page. */
    private static void look(Page page, String address) {
        try {
            page.navigate(address);
        } catch (PlaywrightException saved) {
            assertThat(saved).hasMessageContaining("Download is starting");
        }
    }

    private static String idOf(Answer answer) {
        return answer.expecting(201).json().get("id").asString();
    }
}
