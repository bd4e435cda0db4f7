package io.taskledger.rest;

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
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.taskledger.messages.account.NameDigest;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.rest.account.PretendAccounts;
import io.taskledger.rest.account.PretendProofs;
import io.taskledger.rest.account.PretendSessions;
import io.taskledger.rest.account.PretendTokens;
import io.taskledger.rest.admin.PretendProjections;
import io.taskledger.rest.exchange.PretendImports;
import io.taskledger.rest.status.Heartbeat;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.token.AccessCookie;
import io.taskledger.security.web.ApiSecurity;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.FileStore;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API on a real server behind the real filter chain, with a {@link PretendHouse} behind real buses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = RestServer.Wiring.class)
public abstract class RestServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<Class<?>> OF_TASKS = Stream.concat(Stream.of(EditTasks.class), leaves(TaskCommand.class))
            .filter(type -> type != CreateTask.class)
            .toList();

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RestServer::leaves)
                : Stream.of(type);
    }

    @Autowired
    protected PretendHouse house;

    @Autowired
    protected PretendPast past;

    @Autowired
    protected PretendAccounts accounts;

    @Autowired
    protected PretendProofs proofs;

    @Autowired
    protected PretendSessions sessions;

    @Autowired
    protected PretendTokens tokens;

    @Autowired
    protected PretendHeart heart;

    @Autowired
    protected PretendProjections projections;

    @Autowired
    protected PretendLimits limits;

    @Autowired
    protected SimpleQueryBus queryBus;

    @LocalServerPort
    private int port;

    @BeforeEach
    void emptyHouse() {
        house.clear();
        past.clear();
        accounts.clear();
        proofs.clear();
        sessions.clear();
        tokens.clear();
        projections.clear();
        limits.clear();
    }

    protected record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return response.body();
        }
    }

    /** As Ann, with her token. */
    protected Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body, true, headers);
    }

    protected Answer get(String path, String... headers) {
        return send("GET", path, "", true, headers);
    }

    /** Without any credentials. */
    protected Answer stranger(String method, String path, String body, String... headers) {
        return send(method, path, body, false, headers);
    }

    /** A form with one field, as Ann. */
    protected Answer upload(String path, String field, String name, byte[] content, String... headers) {
        return sent(form(path, "a boundary", field, name, content), headers);
    }

    /** The same as browsers and libraries do it: none uses a boundary twice. */
    protected HttpRequest.Builder form(String path, String boundary, String field, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: made/up\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=\"" + boundary + "\"")
                .header("Authorization", "Bearer " + PretendAccounts.TOKEN)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String body, boolean signedIn, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        if (signedIn) {
            request.setHeader("Authorization", "Bearer " + PretendAccounts.TOKEN);
        }
        return sent(request, headers);
    }

    protected static Answer sent(HttpRequest.Builder request, String... headers) {
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** As Ann: what is no text. */
    protected byte[] bytes(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + PretendAccounts.TOKEN);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A database that a test can stop. */
    public static class PretendHeart implements Heartbeat {
        public boolean beats = true;

        @Override
        public boolean databaseAnswers() {
            return beats;
        }

        @Override
        public boolean isPassing(Throwable fault) {
            return fault.getCause() instanceof UncheckedIOException;
        }

        @Override
        public boolean isOutOfRoom(Throwable fault) {
            return fault.getCause() instanceof FileSystemException;
        }
    }

    @Configuration
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({RestConfiguration.class, ApiSecurity.class})
    static class Wiring {

        @Bean
        PretendHouse house() {
            return new PretendHouse();
        }

        @Bean
        PretendPast past() {
            return new PretendPast();
        }

        @Bean
        NameDigest names() {
            return name -> name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        }

        @Bean
        PretendLimits limits() {
            return new PretendLimits();
        }

        @Bean
        PretendAccounts accounts(PretendLimits limits) {
            return new PretendAccounts(limits);
        }

        @Bean
        PretendProofs proofs() {
            return new PretendProofs();
        }

        @Bean
        PretendSessions sessions() {
            return new PretendSessions();
        }

        @Bean
        PretendTokens tokens() {
            return new PretendTokens();
        }

        @Bean
        PretendProjections projections() {
            return new PretendProjections();
        }

        @Bean
        PretendImports imports() {
            return new PretendImports();
        }

        @Bean
        PretendHeart heart() {
            return new PretendHeart();
        }

        @Bean
        FileStore files() {
            return FileStore.open(FileSettings.defaults(Path.of("target/files")));
        }

        @Bean
        RestSettings restSettings() {
            return new RestSettings("0.1.0", "development");
        }

        @Bean
        SecuritySettings securitySettings() {
            return SecuritySettings.defaults(Path.of("target/keys"), URI.create("http://127.0.0.1"));
        }

        @Bean
        AccessCookie accessCookie(SecuritySettings settings) {
            return new AccessCookie(settings);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(PretendHouse.NOW, ZoneOffset.UTC);
        }

        @Bean
        CommandGateway commands(PretendHouse house, PretendPast past, PretendProjections projections) {
            var bus = SimpleCommandBus.builder().build();
            bus.registerHandlerInterceptor((unitOfWork, chain) -> house.once(unitOfWork.getMessage(), chain));
            new AnnotationCommandHandlerAdapter<>(house).subscribe(bus);
            // What the house does nothing with but remember.
            OF_TASKS.forEach(type -> bus.subscribe(type.getName(), house::handle));
            new AnnotationCommandHandlerAdapter<>(past).subscribe(bus);
            new AnnotationCommandHandlerAdapter<>(projections).subscribe(bus);
            return DefaultCommandGateway.builder().commandBus(bus).build();
        }

        @Bean
        SimpleQueryBus queryBus() {
            return SimpleQueryBus.builder().build();
        }

        @Bean
        QueryGateway queries(SimpleQueryBus bus, PretendHouse house, PretendPast past, PretendProjections projections) {
            new AnnotationQueryHandlerAdapter<>(house).subscribe(bus);
            new AnnotationQueryHandlerAdapter<>(past).subscribe(bus);
            new AnnotationQueryHandlerAdapter<>(projections).subscribe(bus);
            return DefaultQueryGateway.builder().queryBus(bus).build();
        }
    }
}
