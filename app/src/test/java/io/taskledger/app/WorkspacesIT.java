package io.taskledger.app;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.Rest.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Workspaces as programs use them: Ada's team, with Ben as an editor and Cyd as a viewer; Dan has nothing to do with it. */
@ExtendWith(OneProduct.class)
class WorkspacesIT {

    private static final String PASSWORD = "the engine weaves";
    private static final String UNKNOWN = "01KAJ4Y2V0QF3D9A7M5ZC8W6XE";

    private static Product product;
    private static Rest ada;
    private static Rest ben;
    private static Rest cyd;
    private static Rest dan;
    private static List<String> ids;
    private static String team;
    private static String teamId;

    @BeforeAll
    static void found(Product running) {
        product = running;
        ada = person("abe");
        ben = person("ben");
        cyd = person("cyd_100");
        dan = person("dan");
        ids = Stream.of(ada, ben, cyd, dan).map(WorkspacesIT::id).toList();
        teamId = create(ada, "Engines");
        team = "/workspaces/" + teamId;
        join("ben", ben, "editor");
        join("cyd_100", cyd, "viewer");
    }

    @Test
    void everybody_finds_a_personal_workspace_first_and_then_their_teams() {
        var mine = ben.get("/workspaces").expecting(200).json();

        assertThat(mine.get(0).get("personal").booleanValue()).isTrue();
        assertThat(mine.get(0).get("name").isNull()).isTrue();
        assertThat(mine.get(0).get("lists").size()).isEqualTo(1);
        assertThat(mine.get(1).get("name").asString()).isEqualTo("Engines");
        assertThat(mine.get(1).get("role").asString()).isEqualTo("editor");
        assertThat(dan.get("/workspaces").json().size()).isEqualTo(1);
        var own = "/workspaces/" + mine.get(0).get("id").asString();
        assertThat(ben.get(own).expecting(200).json().at("/members/0/username").asString())
                .isEqualTo("ben");
    }

    @Test
    void a_workspace_is_created_shown_and_renamed() {
        var created = ada.post("/workspaces", Map.of("name", " Looms ")).expecting(201);
        var path = "/workspaces/" + created.json().get("id").asString();

        assertThat(created.position()).isNotEmpty();
        assertThat(created.json().get("name").asString()).isEqualTo("Looms");
        assertThat(ada.patch(path, Map.of("name", "Mills"))
                        .expecting(200)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Mills");
        assertThat(ada.get(path).expecting(200).json().get("version").asInt()).isEqualTo(1);
        ada.post(path + "/leave", Map.of()).expecting(409);
    }

    @Test
    void lists_are_added_moved_renamed_and_removed() {
        var path = "/workspaces/" + create(ada, "Ordered");
        var first = ada.get(path).json().at("/lists/0/id").asString();
        var done = add(path, Map.of("name", "Done"));
        var doing = add(path, Map.of("name", "Doing", "before", done));
        add(path, Map.of("name", "Top", "before", first));
        assertThat(names(path)).containsExactly("Top", "", "Doing", "Done");

        ada.patch(path + "/lists/" + first, Map.of("name", "To do", "after", done))
                .expecting(200);
        assertThat(names(path)).containsExactly("Top", "Doing", "Done", "To do");
        ada.delete(path + "/lists/" + doing).expecting(204);
        assertThat(names(path)).containsExactly("Top", "Done", "To do");

        ada.patch(path + "/lists/" + done, Map.of("before", doing)).expecting(404);
        ada.patch(path + "/lists/" + done, Map.of("before", done)).expecting(422);
        ada.patch(path + "/lists/" + done, Map.of("before", first, "after", first))
                .expecting(422);
        ada.patch(path + "/lists/" + done, Map.of()).expecting(400);
        ada.patch(path + "/lists/" + doing, Map.of("name", "Again")).expecting(404);
        ada.delete(path + "/lists/" + first).expecting(409);
    }

    @Test
    void a_list_added_again_under_its_key_is_the_same() {
        var path = "/workspaces/" + create(ada, "Keyed");

        var once = ada.post(path + "/lists", Map.of("name", "Once"), "list key");
        var again = ada.post(path + "/lists", Map.of("name", "Once"), "list key");

        assertThat(again.json()).isEqualTo(once.expecting(201).json());
        assertThat(names(path)).containsExactly("", "Once");
    }

    @Test
    void who_is_invited_may_accept_or_decline_and_others_may_not() {
        var path = "/workspaces/" + create(ada, "Guests");
        var invited = ada.post(path + "/invitations", Map.of("username", "DAN", "role", "editor"))
                .expecting(201)
                .json();
        var invitation = path + "/invitations/" + invited.get("id").asString();
        assertThat(invited.get("username").asString()).isEqualTo("dan");
        assertThat(dan.get("/users/me/invitations")
                        .expecting(200)
                        .json()
                        .at("/0/workspace_name")
                        .asString())
                .isEqualTo("Guests");
        ada.post(path + "/invitations", Map.of("username", "dan")).expecting(409);
        ben.post(invitation + "/accept", Map.of()).expecting(404);
        ada.post(invitation + "/accept", Map.of()).expecting(404);

        dan.post(invitation + "/decline", Map.of()).expecting(204);
        dan.post(invitation + "/accept", Map.of()).expecting(404);
        assertThat(dan.get("/users/me/invitations").json().size()).isZero();
        var next = path + "/invitations/"
                + ada.post(path + "/invitations", Map.of("username", "dan"))
                        .expecting(201)
                        .json()
                        .get("id")
                        .asString();
        assertThat(dan.post(next + "/accept", Map.of())
                        .expecting(200)
                        .json()
                        .get("role")
                        .asString())
                .isEqualTo("viewer");
        ada.post(path + "/invitations", Map.of("username", "dan")).expecting(409);

        var danId = id(dan);
        assertThat(ada.patch(path + "/members/" + danId, Map.of("role", "admin"))
                        .expecting(200)
                        .json()
                        .get("role")
                        .asString())
                .isEqualTo("admin");
        ada.post(path + "/leave", Map.of()).expecting(204);
        ada.get(path).expecting(404);
        dan.delete(path + "/members/" + danId).expecting(409);
        dan.patch(path + "/members/" + danId, Map.of("role", "viewer")).expecting(409);
    }

    @Test
    void an_address_is_invited_and_the_invitation_withdrawn() {
        var invited = ada.post(team + "/invitations", Map.of("email", "someone@example.org"))
                .expecting(201)
                .json();

        assertThat(invited.get("email").asString()).isEqualTo("someone@example.org");
        assertThat(ada.get(team + "/invitations").expecting(200).json().size()).isEqualTo(1);
        ben.get(team + "/invitations").expecting(403);
        ada.post(team + "/invitations", Map.of("email", "SOMEONE@example.org")).expecting(409);
        var path = team + "/invitations/" + invited.get("id").asString();
        ben.delete(path).expecting(403);
        ada.delete(path).expecting(204);
        ada.delete(path).expecting(404);
        assertThat(ada.get(team + "/invitations").json().size()).isZero();
    }

    @Test
    void people_are_found_by_a_part_of_their_names_and_nothing_else() {
        assertThat(usernames(ada.get("/users/search?query=YD_1"))).containsExactly("cyd_100");
        assertThat(usernames(ada.get("/users/search?query=%25"))).isEmpty();
        assertThat(usernames(ada.get("/users/search?query=_")))
                .contains("cyd_100")
                .allMatch(name -> name.contains("_"));
        assertThat(usernames(ada.get("/users/search?query=abe"))).doesNotContain("abe");
        assertThat(usernames(ada.get("/users/search?query=example.org"))).isEmpty();
        assertThat(usernames(ada.get("/users/search?query=n&limit=50")))
                .contains("ben", "dan")
                .allMatch(name -> name.contains("n"));
        assertThat(usernames(ada.get("/users/search?query=n&limit=1"))).hasSize(1);
        assertThat(ada.get("/users/search?query=ben").body()).doesNotContain("@");
        Stream.of("", "?query=", "?query=a&limit=0", "?query=a&limit=51", "?query=a&limit=x", "?query=%00")
                .forEach(query -> ada.get("/users/search" + query).expecting(422));
        product.rest().get("/users/search?query=a").expecting(401);
    }

    /** Method, path after the team's, and body. */
    private static Stream<Arguments> writes() {
        var list = "/lists/list-" + UNKNOWN;
        return Stream.of(
                arguments("PATCH", "", Map.of("name", "Mine")),
                arguments("POST", "/lists", Map.of("name", "Mine")),
                arguments("PATCH", list, Map.of("name", "Mine")),
                arguments("DELETE", list, Map.of()),
                arguments("PATCH", "/members/user-" + UNKNOWN, Map.of("role", "admin")),
                arguments("DELETE", "/members/user-" + UNKNOWN, Map.of()),
                arguments("POST", "/invitations", Map.of("username", "dan")),
                arguments("POST", "/invitations", Map.of("email", "dan@example.org")),
                arguments("DELETE", "/invitations/invitation-" + UNKNOWN, Map.of()),
                arguments("POST", "/invitations/invitation-" + UNKNOWN + "/accept", Map.of()),
                arguments("POST", "/invitations/invitation-" + UNKNOWN + "/decline", Map.of()),
                arguments("POST", "/leave", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void of_anothers_workspace_nothing_is_told_and_nothing_done(String method, String path, Map<String, String> body)
            throws SQLException {
        var before = events();

        var others = send(dan, method, team + path, body).expecting(404);
        var missing =
                send(dan, method, "/workspaces/ws-" + UNKNOWN + path, body).expecting(404);
        send(dan, method, "/workspaces/nonsense" + path, body).expecting(404);

        assertThat(without(others, teamId)).isEqualTo(without(missing, "ws-" + UNKNOWN));
        assertThat(events()).isEqualTo(before);
        dan.get(team).expecting(404);
        dan.get(team + "/invitations").expecting(404);
    }

    @Test
    void who_may_not_is_told_so_and_nothing_is_done() throws SQLException {
        var before = events();
        var adaId = id(ada);

        ben.patch(team, Map.of("name", "Mine")).expecting(403);
        ben.post(team + "/invitations", Map.of("username", "dan")).expecting(403);
        ben.patch(team + "/members/" + adaId, Map.of("role", "viewer")).expecting(403);
        ben.delete(team + "/members/" + adaId).expecting(403);
        cyd.post(team + "/lists", Map.of("name", "Mine")).expecting(403);
        ada.post(team + "/leave", Map.of()).expecting(409);
        ada.delete(team + "/members/user-" + UNKNOWN).expecting(404);
        ada.post(team + "/invitations", Map.of("username", "nobody")).expecting(404);
        ada.post(team + "/invitations", Map.of("username", "ben")).expecting(409);
        var own = "/workspaces/" + ben.get("/workspaces").json().at("/0/id").asString();
        ben.patch(own, Map.of("name", "Mine")).expecting(409);
        ben.post(own + "/leave", Map.of()).expecting(409);
        ben.post(own + "/invitations", Map.of("username", "dan")).expecting(409);

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void what_a_body_must_not_hold_is_refused_by_name() throws SQLException {
        var before = events();

        Stream.of("", "  ", "n".repeat(101), "nul\0")
                .forEach(name -> refused("name", ada.post("/workspaces", Map.of("name", name))));
        refused("name", ada.post("/workspaces", Map.of()));
        refused("name", ada.post("/workspaces", Map.of("name", 1)));
        refused("name", ada.patch(team, Map.of("name", " ")));
        refused("name", ada.post(team + "/lists", Map.of("name", "n".repeat(101))));
        refused("role", ada.patch(team + "/members/user-" + UNKNOWN, Map.of("role", "owner")));
        refused("role", ada.post(team + "/invitations", Map.of("username", "dan", "role", "ADMIN")));
        refused("email", ada.post(team + "/invitations", Map.of("email", "no address")));
        refused("username", ada.post(team + "/invitations", Map.of()));
        refused("username", ada.post(team + "/invitations", Map.of("username", "dan", "email", "dan@example.org")));

        assertThat(events()).isEqualTo(before);
    }

    private static void refused(String field, Answer answer) {
        assertThat(answer.expecting(422).json().at("/errors/0/loc/1").asString())
                .as(answer.body())
                .isEqualTo(field);
    }

    private static Answer send(Rest person, String method, String path, Map<String, String> body) {
        return switch (method) {
            case "POST" -> person.post(path, body);
            case "PATCH" -> person.patch(path, body);
            default -> person.delete(path);
        };
    }

    private static String without(Answer answer, String id) {
        return answer.body().replace(id, "…");
    }

    private static String id(Rest person) {
        return person.get("/users/me").json().get("id").asString();
    }

    /** How many these people have caused: others use the same product. */
    private static long events() throws SQLException {
        try (var connection = product.database().connect();
                var count = connection.prepareStatement("select count(*) from ledger.event"
                        + " where convert_from(metadata, 'UTF8')::json ->> 'actor' = any(?)")) {
            count.setArray(1, connection.createArrayOf("text", ids.toArray()));
            var row = count.executeQuery();
            row.next();
            assertThat(row.getLong(1)).isPositive();
            return row.getLong(1);
        }
    }

    private static List<String> usernames(Answer people) {
        return texts(people.expecting(200).json(), "username");
    }

    /** Of a workspace's lists; empty for the one without. */
    private static List<String> names(String path) {
        return texts(ada.get(path).expecting(200).json().get("lists"), "name");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asString(""))
                .toList();
    }

    private static String add(String path, Map<String, String> list) {
        return ada.post(path + "/lists", list).expecting(201).json().get("id").asString();
    }

    private static String create(Rest person, String name) {
        return person.post("/workspaces", Map.of("name", name))
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    private static Rest person(String name) {
        product.rest()
                .post(
                        "/auth/register",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name.replaceAll("\\W", "") + "@example.org",
                                "password",
                                PASSWORD))
                .expecting(201);
        return product.rest().signIn(name, PASSWORD);
    }

    private static void join(String name, Rest person, String role) {
        var invitation = ada.post(team + "/invitations", Map.of("username", name, "role", role))
                .expecting(201)
                .json()
                .get("id")
                .asString();
        person.post(team + "/invitations/" + invitation + "/accept", Map.of()).expecting(200);
    }
}
