package io.taskledger.app.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's REST API, as a program that knows no more of it than its documents say. */
public final class Rest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASE = "/api/v1";

    private final URI address;
    private final String token;

    public Rest(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What came back; {@code position} is empty where nothing was written. */
    public record Answer(int status, String body, String position) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public Answer expecting(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " expected, but " + status + " came: " + body);
            }
            return this;
        }
    }

    public String token() {
        return token;
    }

    /** The same person at another node. */
    public Rest at(Product node) {
        return new Rest(node.address(), token);
    }

    public void register(String user, String password) {
        post("/auth/register", Map.of("username", user, "email", user + "@example.org", "password", password))
                .expecting(201);
    }

    public Rest signIn(String user, String password) {
        var answer = post("/auth/login", Map.of("username", user, "password", password))
                .expecting(200);
        return new Rest(address, answer.json().get("access_token").asString());
    }

    /** @return the task's id */
    public String createTask(String title) {
        return post("/tasks", Map.of("title", title))
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    /** Of the person's tasks, over all pages. */
    public List<String> titles() {
        return titles("");
    }

    /** @param filter such as {@code &completed=true} */
    public List<String> titles(String filter) {
        var all = new ArrayList<String>();
        JsonNode page;
        do {
            page = get("/tasks?limit=100&sort_by=id&skip=" + all.size() + filter)
                    .expecting(200)
                    .json();
            StreamSupport.stream(page.get("tasks").spliterator(), false)
                    .map(task -> task.get("title").asString())
                    .forEach(all::add);
        } while (all.size() < page.get("total").asInt());
        return all;
    }

    public Answer post(String path, Object body) {
        return exchange(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Under an idempotency key. */
    public Answer post(String path, Object body, String key) {
        return exchange(request(path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** A file, by the form that the contract names. */
    public Answer upload(String path, String name, String mediaType, byte[] content) {
        var line = "a-line-of-its-own";
        var head = "--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        var form = new ByteArrayOutputStream();
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    public Answer patch(String path, Object body) {
        return exchange(request(path).method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param json empty for no body */
    public Answer send(String method, String path, String json, Map<String, String> headers) {
        var request =
                request(path).method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return exchange(request);
    }

    public Answer delete(String path) {
        return exchange(request(path).DELETE());
    }

    public Answer get(String path) {
        return exchange(request(path));
    }

    /** Waits for what was written at another node. */
    public Answer get(String path, String position) {
        return exchange(request(path).header("Taskledger-Position", position));
    }

    /** A page or document beside the API. */
    public Answer page(String path) {
        return exchange(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** The same with headers, and with the token of who is signed in. */
    public Answer page(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        headers.forEach(request::header);
        return exchange(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** Whether anything is there, and content with itself. */
    public boolean answers(String path) {
        try {
            return page(path).status() == 200;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(BASE + path)).header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Taskledger-Position").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
