package io.taskledger.app.commandline;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import io.taskledger.app.Taskledger;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ui.account.DemoOffer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code taskledger practise}: a start, some use and a stop, on data that are thrown away afterwards. Java keeps in the
 * start cache what was loaded meanwhile, so whatever is used here need not be looked for in hundreds of jars at each start.
 */
@Command(name = "practise", hidden = true, description = "Starts, is used a little and stops: for the start cache.")
final class Practise implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var context =
                        Taskledger.application(TaskledgerSettings.read(), true).run();
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            var server = ((WebServerApplicationContext) context).getWebServer();
            if (server == null) {
                throw new IllegalStateException("no web server");
            }
            var demo = context.getBean(DemoOffer.class);
            new Visitor(http, URI.create("http://127.0.0.1:" + server.getPort())).usesEverythingOnce(demo);
        }
        return 0;
    }

    /** In a browser as far as the sign-in page, then as a program. */
    private record Visitor(HttpClient http, URI address) {

        void usesEverythingOnce(DemoOffer demo) throws IOException, InterruptedException {
            send("GET", "/ready", null, null);
            send("GET", "/login", null, null);
            send("GET", "/login?v-r=init&location=login&query=", null, null);
            var token = json(
                            "POST",
                            "/api/v1/auth/login",
                            null,
                            Map.of("username", demo.username(), "password", demo.password()))
                    .path("access_token")
                    .asString();
            var task = "/api/v1/tasks/"
                    + json("POST", "/api/v1/tasks", token, Map.of("title", "Practise", "priority", "high"))
                            .path("id")
                            .asString();
            send("PATCH", task, token, Map.of("completed", true));
            send("GET", task, token, null);
            send("GET", "/api/v1/tasks?completed=false&search=a", token, null);
            send("GET", "/api/v1/tasks/stats", token, null);
            send("GET", "/api/v1/activity" + task.substring("/api/v1".length()), token, null);
            send("DELETE", task, token, null);
        }

        private JsonNode json(String method, String path, @Nullable String token, @Nullable Object body)
                throws IOException, InterruptedException {
            return JSON.readTree(send(method, path, token, body));
        }

        /** @throws IOException what was asked is refused, too */
        private String send(String method, String path, @Nullable String token, @Nullable Object body)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(method + " " + path + " was answered with " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
