package io.taskledger.bench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.taskledger.bench.measure.Client;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that is signed in over REST. */
public record Program(Node node, UserId id, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "as fast as it goes";

    /** Registers somebody and signs them in. */
    public static Program of(Node node, String name) {
        var person = Credentials.of(name);
        var id = post(node, "/auth/register", person).path("id").asString();
        var token = post(node, "/auth/login", person).path("access_token").asString();
        return new Program(node, UserId.parse(id).orElseThrow(), token);
    }

    private record Credentials(String username, String email, String password) {
        static Credentials of(String name) {
            return new Credentials(name, name + "@example.org", PASSWORD);
        }
    }

    private static JsonNode post(Node node, String path, Credentials person) {
        try (var line = new HttpLine(node.port())) {
            return JSON.readTree(line.send(HttpLine.request("POST", path, "", JSON.writeValueAsString(person))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on another node of the same database. */
    public Program on(Node other) {
        return new Program(other, id, token);
    }

    public void create() throws Exception {
        try (var client = creating()) {
            client.act();
        }
    }

    /** Asks the same again and again, over one connection. */
    public Client asking(String path) {
        return sending(HttpLine.request("GET", path, token, ""));
    }

    /** Makes a task again and again. */
    public Client creating() {
        return sending(HttpLine.request("POST", "/tasks", token, """
                {"title":"Water the plants","description":"The ferns first","priority":"high","tags":["home","garden"]}"""));
    }

    /**
     * Makes a task and changes it so often, by commands.
     *
     * @return its id
     */
    public String edited(int times) {
        var task = TaskId.next();
        node.sendAs(id, new CreateTask(task, null, "Draft", null, Priority.MEDIUM, null, null, List.of(), false));
        for (int draft = 1; draft <= times; draft++) {
            node.sendAs(id, new EditTask(task, TaskEdit.nothing().title("Draft " + draft)));
        }
        return task.text();
    }

    private HttpLine line() {
        try {
            return new HttpLine(node.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Client sending(byte[] request) {
        var line = line();
        return new Client() {
            @Override
            public void act() throws IOException {
                line.send(request);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
