package io.taskledger.app.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with their own accounts over REST: how they get in, what they let in, what they take along. */
@ExtendWith(OneProduct.class)
class AccountIT {

    private static final String PASSWORD = "mine and nobody else's";

    private static Product product;

    @BeforeAll
    static void enter(Product running) {
        product = running;
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static Rest with(JsonNode answer, String token) {
        return new Rest(product.address(), answer.get(token).asString());
    }

    private static Rest.Answer refreshed(JsonNode tokens) {
        return product.rest()
                .post(
                        "/auth/refresh",
                        Map.of("refresh_token", tokens.get("refresh_token").asString()));
    }

    @Test
    void a_stolen_refresh_token_is_worth_nothing_once_both_have_used_it() {
        person("renata");
        var first = product.rest()
                .post("/auth/login", Map.of("username", "renata", "password", PASSWORD, "refresh", true))
                .expecting(200)
                .json();
        assertThat(first.get("expires_in").asInt()).isEqualTo(900);
        var second = refreshed(first).expecting(200).json();
        with(second, "access_token").get("/tasks").expecting(200);

        refreshed(first).expecting(401);

        refreshed(second).expecting(401);
        with(second, "access_token").get("/tasks").expecting(401);
        product.rest().signIn("renata", PASSWORD).get("/tasks").expecting(200);
    }

    @Test
    void a_program_may_do_what_its_token_was_made_for_until_it_is_revoked() {
        var tom = person("theo");
        var task = tom.createTask("Water");
        var made = tom.post("/users/me/tokens", Map.of("name", "reader", "scopes", List.of("tasks:read")))
                .expecting(201)
                .json();
        var program = with(made, "token");

        program.get("/tasks/" + task).expecting(200);
        program.patch("/tasks/" + task, Map.of("title", "Feed")).expecting(403);
        program.get("/users/me").expecting(403);
        program.post("/users/me/tokens", Map.of("name", "more", "scopes", List.of("admin")))
                .expecting(403);
        assertThat(tom.get("/users/me/tokens").json().at("/0/last_used_at").isNull())
                .isFalse();
        assertThat(tom.get("/users/me/tokens").body())
                .doesNotContain(made.get("token").asString());

        tom.delete("/users/me/tokens/" + made.get("id").asString()).expecting(204);
        program.get("/tasks/" + task).expecting(401);
    }

    @Test
    void a_token_for_admins_makes_nobody_an_admin() {
        var token = person("norma")
                .post("/users/me/tokens", Map.of("name", "all", "scopes", List.of("admin")))
                .expecting(201)
                .json();

        with(token, "token").post("/admin/projections/tasks/rebuilds", Map.of()).expecting(403);
    }

    @Test
    void sessions_are_seen_and_ended() {
        var here = person("samira");
        var elsewhere = product.rest().signIn("samira", PASSWORD);
        var more = product.rest().signIn("samira", PASSWORD);
        var listed = here.get("/users/me/sessions").expecting(200).json();
        assertThat(listed.size()).isEqualTo(3);
        assertThat(listed.at("/2/current").booleanValue()).isTrue();
        assertThat(listed.at("/0/network").asString()).isEqualTo("127.0.0.0/24");

        here.delete("/users/me/sessions/" + listed.at("/1/id").asString()).expecting(204);
        elsewhere.get("/users/me").expecting(401);
        more.get("/users/me").expecting(200);

        here.delete("/users/me/sessions").expecting(204);
        more.get("/users/me").expecting(401);
        here.get("/users/me").expecting(200);
        assertThat(here.get("/activity?resource_type=session&action=signed_out")
                        .json()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void all_that_is_ones_own_is_taken_along() throws Exception {
        var eva = person("evita");
        var task = eva.createTask("Water the ferns");
        eva.post("/tasks/" + task + "/comments", Map.of("content", "twice a week"))
                .expecting(201);

        var documents = exported(eva);

        assertThat(documents.get("profile.json").get("username").asString()).isEqualTo("evita");
        assertThat(documents.get("tasks.json").at("/0/title").asString()).isEqualTo("Water the ferns");
        assertThat(documents.get("tasks.json").at("/0/comments/0/content").asString())
                .isEqualTo("twice a week");
        assertThat(documents.get("activity.json").size()).isGreaterThanOrEqualTo(3);
        assertThat(documents.get("workspaces.json").size()).isEqualTo(1);
        assertThat(documents.get("sessions.json").size()).isEqualTo(1);
        assertThat(documents.get("files.json").size()).isZero();
    }

    @Test
    void who_is_deleted_is_gone_with_every_token_and_name() {
        var dan = person("danilo");
        var bob = person("bertram");
        var task = dan.createTask("Secret of Dan's");
        dan.post("/tasks/" + task + "/share", Map.of("shared_with_username", "bertram"))
                .expecting(201);
        var program = with(
                dan.post("/users/me/tokens", Map.of("name", "all", "scopes", List.of("tasks:read")))
                        .expecting(201)
                        .json(),
                "token");
        program.get("/tasks").expecting(200);

        goodbye(dan, "not my password").expecting(400);
        goodbye(dan, PASSWORD).expecting(204);

        dan.get("/users/me").expecting(401);
        program.get("/tasks").expecting(401);
        product.rest()
                .post("/auth/login", Map.of("username", "danilo", "password", PASSWORD))
                .expecting(401);
        bob.post("/tasks/" + bob.createTask("Feed") + "/share", Map.of("shared_with_username", "danilo"))
                .expecting(404);
        person("danilo").get("/tasks").expecting(200);
    }

    @Test
    void the_demo_account_cannot_be_taken_from_the_others() {
        goodbye(product.rest().signIn("demo", "demo1234"), "demo1234").expecting(403);
        product.rest().signIn("demo", "demo1234").get("/tasks").expecting(200);
    }

    private static Rest.Answer goodbye(Rest person, String password) {
        return person.send("DELETE", "/users/me", "{\"current_password\": \"" + password + "\"}", Map.of());
    }

    private static Map<String, JsonNode> exported(Rest person) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.address().resolve("/api/v1/users/me/export"))
                .header("Authorization", "Bearer " + person.token())
                .build();
        var documents = new HashMap<String, JsonNode>();
        try (var client = HttpClient.newHttpClient();
                var zip = new ZipInputStream(new ByteArrayInputStream(
                        client.send(request, BodyHandlers.ofByteArray()).body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                documents.put(entry.getName(), JsonMapper.shared().readTree(text));
            }
        }
        return documents;
    }
}
