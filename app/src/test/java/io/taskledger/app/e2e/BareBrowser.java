package io.taskledger.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A browser without a screen, which speaks the framework's own messages, and can send those that no page would. What it hears
 * is all that the server tells a page.
 */
final class BareBrowser {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String key = "";
    private int ui;
    private int heard;
    private int said;

    BareBrowser(URI address) {
        this.address = address;
    }

    BareBrowser signedIn(Person person) {
        var form = "_csrf=" + escaped(csrf(get("/login").body())) + "&username=" + escaped(person.name()) + "&password="
                + escaped(person.password());
        var answer = ask(HttpRequest.newBuilder(address.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("login")) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + to);
        }
        return this;
    }

    /** What a form must bring, of the page that shows it. */
    static String csrf(String page) {
        var csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new AssertionError("no form to sign in by: " + page);
        }
        return csrf.group(1);
    }

    /**
     * Opens a tab at an address.
     *
     * @return all that the server tells of it; what is no page as it is
     */
    String open(String path) {
        close();
        var parts = path.split("\\?", 2);
        var route = parts[0].substring(1);
        var query = parts.length == 2 ? parts[1] : "";
        var begun = get("/?v-r=init&location=" + escaped(route) + "&query=" + escaped(query));
        if (begun.statusCode() != 200 || !begun.body().startsWith("{")) {
            return begun.body();
        }
        var app = JSON.readTree(begun.body()).path("appConfig");
        ui = app.path("v-uiId").asInt();
        key = app.path("uidl").path("Vaadin-Security-Key").asString();
        heard = app.path("uidl").path("syncId").asInt();
        said = 0;
        var data = JSON.createObjectNode()
                .put("route", "/" + route)
                .put("query", query.isEmpty() ? "" : "?" + query)
                .put("appShellTitle", "Taskledger")
                .put("trigger", "");
        data.putObject("historyState").put("idx", 0);
        return send(event(1, "ui-navigate", data));
    }

    /** Leaves the tab that is open, as a page does that is closed. */
    private void close() {
        if (!key.isEmpty()) {
            post(
                    mailbox(),
                    JSON.createObjectNode()
                            .put("csrfToken", key)
                            .put("UNLOAD", true)
                            .toString());
            key = "";
        }
    }

    /** Something that happened to a node of the page. */
    static ObjectNode event(int node, String name, ObjectNode data) {
        var event =
                JSON.createObjectNode().put("type", "event").put("node", node).put("event", name);
        event.set("data", data);
        return event;
    }

    /** What is typed into a node of the page. */
    static ObjectNode typed(int node, String property, String value) {
        return JSON.createObjectNode()
                .put("type", "mSync")
                .put("node", node)
                .put("feature", 1)
                .put("property", property)
                .put("value", value);
    }

    /** @return what the server answers, empty where it did not take it */
    String send(ObjectNode... calls) {
        var answer = post("/?v-r=uidl&v-uiId=" + ui, message(calls));
        if (answer.statusCode() != 200) {
            return "";
        }
        said++;
        heard = JSON.readTree(answer.body()).path("syncId").asInt(heard);
        return answer.body();
    }

    /** The message as a page would send it now. */
    String message(ObjectNode... calls) {
        var message = JSON.createObjectNode().put("csrfToken", key);
        ArrayNode rpc = message.putArray("rpc");
        for (var call : calls) {
            rpc.add(call);
        }
        return message.put("syncId", heard).put("clientId", said).toString();
    }

    /** Where it would send that. */
    String mailbox() {
        return "/?v-r=uidl&v-uiId=" + ui;
    }

    HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(address.resolve(path)));
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, json, Map.of("Content-Type", "application/json; charset=UTF-8"));
    }

    HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return ask(request);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
