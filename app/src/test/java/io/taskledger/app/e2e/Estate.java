package io.taskledger.app.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;

/**
 * What somebody has, with a word in each part of it that stands nowhere else: some is for nobody but them, some is shared with
 * two, some is a team's.
 */
final class Estate {

    /** Who comes to see it. */
    enum Role {
        STRANGER,
        SHOWN_A_TASK,
        EDITS_A_TASK,
        VIEWER,
        EDITOR,
        ADMIN,
        OWNER;

        boolean isOfTheTeam() {
            return this == VIEWER || this == EDITOR || this == ADMIN || this == OWNER;
        }

        boolean sharesTheTask() {
            return this == SHOWN_A_TASK || this == EDITS_A_TASK || this == OWNER;
        }
    }

    private static final String NOBODYS_BUSINESS =
            "quokka" + UUID.randomUUID().toString().substring(0, 8);
    private static final String SHARED = "wombat" + UUID.randomUUID().toString().substring(0, 8);
    private static final String TEAMS = "numbat" + UUID.randomUUID().toString().substring(0, 8);

    private final Product product;
    private final Person owner;
    final String hidden;
    final String shared;
    final String teams;
    final String personal;
    final String workspace;
    final String list;
    final String file;

    Estate(Product product, Person owner) {
        this.product = product;
        this.owner = owner;
        var rest = owner.rest();
        hidden = furnished(NOBODYS_BUSINESS, Map.of());
        shared = furnished(SHARED, Map.of());
        workspace = made(rest, "/workspaces", Map.of("name", TEAMS + " team"));
        list = made(rest, "/workspaces/" + workspace + "/lists", Map.of("name", TEAMS + " list"));
        teams = furnished(TEAMS, Map.of("workspace_id", workspace, "list_id", list));
        personal = rest.get("/tasks/" + hidden).json().path("workspace_id").asString();
        file = rest.upload(
                        "/tasks/" + hidden + "/files",
                        NOBODYS_BUSINESS + ".txt",
                        "text/plain",
                        "mine".getBytes(StandardCharsets.UTF_8))
                .expecting(201)
                .json()
                .path("id")
                .asString();
        var gone = rest.createTask("Sell the " + NOBODYS_BUSINESS);
        rest.delete("/tasks/" + gone).expecting(204);
    }

    private String furnished(String word, Map<String, String> where) {
        var rest = owner.rest();
        var body = new HashMap<String, Object>(where);
        body.put("title", "Feed the " + word);
        body.put("description", "A secret of the " + word);
        body.put("tags", List.of(word));
        body.put("due_date", "2099-01-01");
        var task = made(rest, "/tasks", body);
        rest.post("/tasks/" + task + "/comments", Map.of("content", "Said of the " + word))
                .expecting(201);
        return task;
    }

    private static String made(Rest rest, String path, Map<String, ?> body) {
        return rest.post(path, body).expecting(201).json().path("id").asString();
    }

    /** Makes somebody what the role says. */
    Person let(Person guest, Role role) {
        var rest = owner.rest();
        switch (role) {
            case SHOWN_A_TASK, EDITS_A_TASK ->
                rest.post(
                                "/tasks/" + shared + "/share",
                                Map.of(
                                        "shared_with_username",
                                        guest.name(),
                                        "permission",
                                        role == Role.EDITS_A_TASK ? "edit" : "view"))
                        .expecting(201);
            case VIEWER, EDITOR, ADMIN -> {
                var invitations = "/workspaces/" + workspace + "/invitations";
                var invited = made(
                        rest,
                        invitations,
                        Map.of("username", guest.name(), "role", role.name().toLowerCase(Locale.ROOT)));
                guest.rest()
                        .post(invitations + "/" + invited + "/accept", Map.of())
                        .expecting(200);
            }
            case STRANGER, OWNER -> {}
        }
        return guest;
    }

    /** What the parameters of an address may stand for. */
    Map<String, List<String>> things() {
        return Map.of(
                "taskId", List.of(hidden, shared, teams),
                "workspace", List.of(workspace, personal),
                "projection", List.of("tasks"),
                "part", List.of("profile", "sessions", "tokens", "export", "deletion"));
    }

    /** The address, and where it is of a screen that reads more than its path, with what it may ask for besides. */
    List<String> asked(String address) {
        var asked = new ArrayList<>(List.of(address));
        if (address.matches("/(tasks|assigned|dashboard|activity|boards/[^/]+)")) {
            asked.add(address + "?status=all&q=" + NOBODYS_BUSINESS.substring(0, 6) + "&person=" + owner.name());
            asked.add(address + "?status=all&done&list=" + list);
            asked.add(address + "?at=2098-01-01");
        } else if (address.startsWith("/tasks/")) {
            asked.add(address + "?version=1");
        }
        return asked;
    }

    /** The words in what was told that are none of their business. */
    List<String> betrayed(Role role, String told) {
        var words = new ArrayList<String>();
        if (role != Role.OWNER) {
            words.add(NOBODYS_BUSINESS);
        }
        if (!role.sharesTheTask()) {
            words.add(SHARED);
        }
        if (!role.isOfTheTeam()) {
            words.add(TEAMS);
        }
        // What somebody looks for, the page shows them in the field.
        words.removeIf(word -> !told.contains(word));
        return words;
    }

    /** Whether all that is there is told: that it can be is what makes not telling worth something. */
    static boolean tellsAll(String told) {
        return told.contains(NOBODYS_BUSINESS) && told.contains(SHARED) && told.contains(TEAMS);
    }

    /** The types of somebody's events that touch any of it, or that move anything in there. */
    List<String> doneBy(Person guest) throws SQLException {
        var ids = String.join("|", List.of(hidden, shared, teams, personal, workspace, list));
        var sql = """
                select distinct type
                from ledger.readable_event
                where (stream_id ~ ? or payload::text ~ ?) and metadata ->> 'actor' = ? and type not like 'account.%'
                order by type""";
        try (var connection = product.database().connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, ids);
            statement.setString(2, ids);
            statement.setString(
                    3, guest.rest().get("/users/me").json().path("id").asString());
            try (var rows = statement.executeQuery()) {
                var types = new ArrayList<String>();
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
                return types;
            }
        }
    }
}
