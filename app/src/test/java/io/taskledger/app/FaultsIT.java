package io.taskledger.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.mail.Address;

import io.taskledger.app.product.FaultyDisk;
import io.taskledger.app.product.FaultyDisk.Fault;
import io.taskledger.app.product.Form;
import io.taskledger.app.product.MailServer;
import io.taskledger.app.product.MailServer.Manner;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the product stands on is slow, full or away: clear answers in time, nothing lost, and all well again by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

    private static final String PASSWORD = "come what may to us";
    private static final int CLIENTS = 16;

    /** Of each request, and of the way back once the fault has gone. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration FULL = Duration.ofSeconds(Form.of(1, 60));
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(Form.of(3, 60));
    private static final Duration MAIL_SERVER_AWAY = Duration.ofSeconds(Form.of(3, 300));
    private static final int SLOW_CHANGES = Form.of(2, 100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final MailServer mails = new MailServer();
    private FaultyDisk disk;
    private Product product;
    private Rest ann;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        disk = FaultyDisk.in(Files.createDirectory(folder.resolve("disk")));
        var settings = new HashMap<>(disk.settings());
        settings.put("TASKLEDGER_SMTP_HOST", "127.0.0.1");
        settings.put("TASKLEDGER_SMTP_PORT", Integer.toString(mails.port()));
        settings.put("TASKLEDGER_SMTP_TLS", "none");
        product = Product.start(Files.createDirectory(folder.resolve("home")), settings);
        product.rest().register("ann", PASSWORD);
        ann = product.rest().signIn("ann", PASSWORD);
    }

    @AfterEach
    void mend() throws IOException {
        disk.recovers();
    }

    @AfterAll
    void stop() throws IOException {
        if (product != null) {
            product.close();
        }
        mails.close();
        client.close();
    }

    @Test
    void on_a_disk_that_is_slow_to_confirm_changes_take_their_time_and_nothing_fails() throws Exception {
        disk.becomes(Fault.SLOW);

        var titles = IntStream.range(0, CLIENTS * SLOW_CHANGES)
                .mapToObj("slow %d"::formatted)
                .toList();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var changes = titles.stream()
                    .<Callable<Integer>>map(title -> () ->
                            create(title).statusCode() + get("/tasks?limit=1").statusCode())
                    .toList();
            for (var change : clients.invokeAll(changes)) {
                assertThat(change.get()).isEqualTo(201 + 200);
            }
        }

        disk.recovers();
        requireEachOnce(titles);
    }

    @Test
    void on_a_full_disk_reading_goes_on_and_writing_says_so_until_there_is_room() throws Exception {
        var task = ann.createTask("before it was full");
        var acknowledged = new ArrayList<String>();
        var read = 0;
        var refused = 0;
        disk.becomes(Fault.FULL);
        var end = System.nanoTime() + FULL.toNanos();
        for (var number = 0; System.nanoTime() < end || refused == 0; number++) {
            var title = "full %d%s".formatted(number, " of words".repeat(20));
            var created = create(title);
            if (created.statusCode() == 201) {
                acknowledged.add(title);
            } else {
                refused++;
                requireRefusal(created, 503);
            }
            requireRefusal(upload(task), 503, 507);
            read += get("/tasks?limit=1").statusCode() == 200 ? 1 : 0;
            assertThat(page("/alive").statusCode()).isEqualTo(200);
        }
        assertThat(read).isPositive();

        disk.recovers();
        awaitAllIsWell();
        requireEachOnce(acknowledged);
    }

    @Test
    void while_the_database_is_away_everybody_is_told_in_time() throws Exception {
        var before = ann.titles();
        product.signalPostgres("-STOP");
        try {
            var end = System.nanoTime() + DATABASE_AWAY.toNanos();
            while (System.nanoTime() < end) {
                requireRefusal(create("away"), 503);
                requireRefusal(get("/tasks"), 503);
                requireRefusal(
                        send(request("/api/v1/auth/login")
                                .POST(BodyPublishers.ofString(
                                        "{\"username\":\"ann\",\"password\":\"%s\"}".formatted(PASSWORD)))),
                        503);
                assertThat(page("/ready").statusCode()).isEqualTo(503);
                assertThat(page("/alive").statusCode()).isEqualTo(200);
            }
        } finally {
            product.signalPostgres("-CONT");
        }

        awaitAllIsWell();
        ann.createTask("here again");
        assertThat(ann.titles()).containsAll(before).contains("here again");
        assertThat(product.rest().page("/metrics").expecting(200).body())
                .containsPattern("(?m)^taskledger_projection_dead_letters\\{projection=\"tasks\"} 0(\\.0)?$");
    }

    @Test
    void while_the_mail_server_is_away_nobody_waits_for_it_and_its_mail_comes_when_it_is_back() throws Exception {
        mails.behave(Manner.AWAY);
        ann.post("/notifications/send-verification", Map.of()).expecting(200);
        var end = System.nanoTime() + MAIL_SERVER_AWAY.toNanos();
        for (var number = 0; System.nanoTime() < end; number++) {
            assertThat(create("without mail " + number).statusCode()).isEqualTo(201);
            var ready = page("/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        }
        assertThat(mails.others()).isEmpty();

        mails.behave(Manner.POLITE);

        assertThat(mails.next(LONGEST).getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("ann@example.org");
    }

    private void awaitAllIsWell() {
        await().atMost(LONGEST)
                .until(() -> page("/ready").statusCode() == 200
                        && create("well again").statusCode() == 201
                        && get("/tasks?limit=1").statusCode() == 200);
    }

    private void requireEachOnce(List<String> titles) {
        await().atMost(LONGEST).untilAsserted(() -> {
            var wanted = new HashSet<>(titles);
            assertThat(ann.titles().stream().filter(wanted::contains)).containsExactlyInAnyOrderElementsOf(titles);
        });
    }

    private static void requireRefusal(HttpResponse<String> answer, Integer... expected) {
        assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) expected);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> create(String title) {
        return send(request("/api/v1/tasks").POST(BodyPublishers.ofString("{\"title\":\"" + title + "\"}")));
    }

    private HttpResponse<String> upload(String task) {
        var body = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + "many words ".repeat(10_000) + "\r\n--line--\r\n";
        return send(request("/api/v1/tasks/" + task + "/files")
                .setHeader("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(request("/api/v1" + path));
    }

    private HttpResponse<String> page(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product.address() + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ann.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException hung) {
            throw new AssertionError(request.build().toString(), hung);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
