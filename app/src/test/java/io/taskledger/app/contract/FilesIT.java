package io.taskledger.app.contract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Files of tasks and pictures of people, from the upload to the last byte of the download. */
@ExtendWith(OneProduct.class)
class FilesIT {

    private static final String PASSWORD = "a drawer full of paper";
    private static final int LIMIT = 10_485_760;
    private static final byte[] TEXT = "Water the ferns\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HTML =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private static Path files;
    private static Product product;
    private static Rest ann;
    private static Sender owner;
    private static Sender editor;
    private static Sender viewer;
    private static Sender stranger;

    @BeforeAll
    static void enter(Product running) {
        product = running;
        files = product.home().resolve("data/files");
        ann = person("filing-ann");
        owner = sender(ann);
        editor = sender(person("filing-eve"));
        viewer = sender(person("filing-vic"));
        stranger = sender(person("filing-nora"));
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static Sender sender(Rest person) {
        return Sender.of(product.address(), person);
    }

    private static String task() {
        var task = ann.createTask("Ferns");
        for (var share : Map.of("filing-eve", "edit", "filing-vic", "view").entrySet()) {
            ann.post(
                            "/tasks/" + task + "/share",
                            Map.of("shared_with_username", share.getKey(), "permission", share.getValue()))
                    .expecting(201);
        }
        return task;
    }

    private static String files(String task) {
        return "/tasks/" + task + "/files";
    }

    private static String uploaded(String task, String name, byte[] content) {
        return owner.upload(files(task), name, content)
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    private static byte[] content(String kind) throws IOException {
        return switch (kind) {
            case "text" -> TEXT;
            case "html" -> HTML;
            case "program" -> PROGRAM;
            case "picture" -> picture();
            case "nothing" -> new byte[0];
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0} of {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ferns.txt             | text    | 201 | ferns.txt         | text/plain
            FERNS.TXT             | text    | 201 | FERNS.TXT         | text/plain
            ferns.png             | picture | 201 | ferns.png         | image/png
            Ferns.PnG             | picture | 201 | Ferns.PnG         | image/png
            empty.pdf             | nothing | 201 | empty.pdf         | application/pdf
            a.exe.txt             | text    | 201 | a.exe.txt         | text/plain
            ../../etc/passwd.txt  | text    | 201 | passwd.txt        | text/plain
            C:\\Users\\ann\\a.txt | text    | 201 | a.txt             | text/plain
            Grüße 日本語 🌿.txt    | text    | 201 | Grüße 日本語 🌿.txt | text/plain
            run.exe               | text    | 400 | File type .exe not allowed. Allowed types: .jpg, .jpeg, .png, .gif, .pdf, .txt, .doc, .docx |
            ferns.txt.EXE         | text    | 400 | File type .exe not allowed. Allowed types: .jpg, .jpeg, .png, .gif, .pdf, .txt, .doc, .docx |
            ferns                 | text    | 400 | File type without extension not allowed. Allowed types: .jpg, .jpeg, .png, .gif, .pdf, .txt, .doc, .docx |
            ferns.png             | html    | 400 | The content of the file (text/html) does not fit its type .png |
            ferns.txt             | program | 400 | The content of the file (application/x-msdownload) does not fit its type .txt |
            """)
    void what_is_taken_and_as_what(String name, String kind, int status, String told, String type) throws IOException {
        var answer = owner.upload(files(task()), name, content(kind));

        assertThat(answer.status())
                .as(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        if (status == 201) {
            assertThat(answer.json().get("original_filename").asString()).isEqualTo(told);
            assertThat(answer.json().get("content_type").asString()).isEqualTo(type);
            assertThat(answer.json().get("file_size").asInt()).isEqualTo(content(kind).length);
            assertThat(answer.json().get("uploaded_at").asString()).endsWith("Z");
        } else {
            assertThat(answer.detail()).isEqualTo(told);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /tasks/TASK/files  | 201 | 201 | 403 | 404 | 401
            GET    | /tasks/TASK/files  | 200 | 200 | 200 | 404 | 401
            GET    | /files/FILE        | 200 | 200 | 200 | 404 | 401
            DELETE | /files/FILE        | 204 | 204 | 403 | 404 | 401
            GET    | /files/7           | 404 | 404 | 404 | 404 | 401
            DELETE | /files/7           | 404 | 404 | 404 | 404 | 401
            POST   | /tasks/7/files     | 404 | 404 | 404 | 404 | 401
            """)
    void each_may_do_what_the_table_says(
            String method, String path, int byOwner, int byEditor, int byViewer, int byStranger, int byNobody) {
        var nobody = new Sender(product.address(), "");
        var expected =
                Map.of(owner, byOwner, editor, byEditor, viewer, byViewer, stranger, byStranger, nobody, byNobody);
        expected.forEach((person, status) -> {
            var task = task();
            var to = path.replace("TASK", task).replace("FILE", uploaded(task, "a.txt", TEXT));
            var answer = switch (method) {
                case "POST" -> person.upload(to, "b.txt", TEXT);
                case "DELETE" -> person.delete(to);
                default -> person.get(to);
            };
            assertThat(answer.status()).isEqualTo(status);
        });
    }

    @Test
    void a_stranger_hears_of_a_file_what_is_said_of_none() {
        var file = uploaded(task(), "a.txt", TEXT);

        assertThat(stranger.get("/files/" + file).detail()).isEqualTo("File with ID " + file + " not found");
        assertThat(stranger.delete("/files/" + file).detail()).isEqualTo("File with ID " + file + " not found");
    }

    @Test
    void exactly_the_limit_is_taken_and_comes_back_whole_and_one_byte_more_is_refused() {
        var task = task();
        var full = new byte[LIMIT];
        for (var i = 0; i < LIMIT; i++) {
            full[i] = (byte) ('a' + i % 23);
        }
        var file = uploaded(task, "full.txt", full);

        assertThat(owner.get("/files/" + file).bytes()).isEqualTo(full);
        var refused = owner.upload(files(task), "fuller.txt", new byte[LIMIT + 1]);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).isEqualTo("File too large. Max size: 10.0 MB");
        assertThat(owner.get(files(task)).json().size()).isEqualTo(1);
    }

    /** Refused before it is read, and told so all the same. */
    @ParameterizedTest
    @ValueSource(ints = {24 << 20, 70 << 20})
    void far_too_large_a_file_gets_the_same_answer(int bytes) {
        var task = task();

        assertThat(owner.upload(files(task), "a.txt", new byte[bytes]).detail())
                .isEqualTo("File too large. Max size: 10.0 MB");
        assertThat(viewer.upload(files(task), "a.txt", new byte[bytes]).status())
                .isEqualTo(403);
        assertThat(files.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void a_form_without_the_file_is_told_so_before_anything_else() {
        for (var person : new Sender[] {owner, viewer, stranger}) {
            var answer = person.upload(files(task()), "other", "a.txt", new ByteArrayInputStream(TEXT), Map.of());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"file\"]");
        }
        assertThat(ann.post(files(task()), Map.of("file", "x")).status()).isEqualTo(422);
    }

    @Test
    void the_same_name_twice_is_two_files_and_the_same_bytes_are_kept_once() throws IOException {
        var task = task();
        var one = uploaded(task, "same.txt", TEXT);
        var other = uploaded(task, "same.txt", TEXT);

        assertThat(one).isNotEqualTo(other);
        var listed = viewer.get(files(task)).expecting(200).json();
        assertThat(StreamSupport.stream(listed.spliterator(), false)
                        .map(file -> file.get("id").asString()))
                .containsExactly(one, other);
        assertThat(listed.get(0).propertyNames())
                .containsExactly("id", "original_filename", "file_size", "content_type", "uploaded_at");

        editor.delete("/files/" + one).expecting(204);
        owner.get("/files/" + one).expecting(404);
        owner.delete("/files/" + one).expecting(404);
        assertThat(owner.get("/files/" + other).expecting(200).bytes()).isEqualTo(TEXT);
        assertThat(owner.get(files(task)).json().size()).isEqualTo(1);
    }

    @Test
    void a_download_is_saved_and_only_a_picture_is_shown() throws IOException {
        var task = task();
        var text = viewer.get("/files/" + uploaded(task, "Grüße.txt", TEXT) + "?inline=true");
        assertThat(text.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e.txt\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt");
        assertThat(text.header("Content-Type")).isEqualTo("text/plain");
        assertThat(text.response().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");

        var picture = "/files/" + uploaded(task, "ferns.png", picture());
        assertThat(viewer.get(picture).header("Content-Disposition")).isEqualTo("attachment; filename=\"ferns.png\"");
        assertThat(viewer.get(picture + "?inline=true").header("Content-Disposition"))
                .isEqualTo("inline; filename=\"ferns.png\"");
        assertThat(viewer.get(picture).bytes()).isEqualTo(picture());
    }

    @Test
    void what_was_lost_from_the_store_is_said_to_be_lost() throws IOException {
        var content = "lost\n".getBytes(StandardCharsets.UTF_8);
        var file = uploaded(task(), "lost.txt", content);
        try (var all = Files.walk(files)) {
            for (var one : all.filter(Files::isRegularFile).toList()) {
                if (Arrays.equals(Files.readAllBytes(one), content)) {
                    Files.delete(one);
                }
            }
        }

        var answer = owner.get("/files/" + file);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("File not found in storage");
        owner.delete("/files/" + file).expecting(204);
    }

    @Test
    void a_repeated_upload_is_done_once() {
        var task = task();
        var key = Map.of("Idempotency-Key", "files-1");
        var first = owner.upload(files(task), "file", "a.txt", new ByteArrayInputStream(TEXT), key)
                .expecting(201);
        var again = owner.upload(files(task), "file", "a.txt", new ByteArrayInputStream(TEXT), key)
                .expecting(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(owner.get(files(task)).json().size()).isEqualTo(1);
    }

    @Test
    void files_are_told_of_in_the_tasks_activity_and_stay_away_while_it_is_in_the_trash() {
        var task = task();
        var file = uploaded(task, "a.txt", TEXT);
        var told = ann.get("/activity/tasks/" + task).json();
        var last = told.get(told.size() - 1);
        assertThat(last.get("action").asString()).isEqualTo("uploaded");
        assertThat(last.get("resource_id").asString()).isEqualTo(file);
        assertThat(last.at("/details/filename").asString()).isEqualTo("a.txt");

        owner.delete("/tasks/" + task).expecting(204);
        owner.get("/files/" + file).expecting(404);
        owner.delete("/files/" + file).expecting(404);
        ann.post("/trash/" + task + "/restore", Map.of()).expecting(200);
        owner.get("/files/" + file).expecting(200);
    }

    @Test
    void the_book_of_references_follows_what_happens() throws SQLException {
        var task = task();
        var file = uploaded(task, "booked.txt", "booked".getBytes(StandardCharsets.UTF_8));

        awaitReferences(file, 1);
        owner.delete("/tasks/" + task).expecting(204);
        owner.delete("/trash/" + task).expecting(204);
        awaitReferences(file, 0);
    }

    private static void awaitReferences(String holder, int expected) throws SQLException {
        var database = product.database();
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var query = connection.prepareStatement(
                        "select count(*) from automation.content_reference where holder = ?")) {
            query.setString(1, holder);
            int found;
            do {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                try (var row = query.executeQuery()) {
                    row.next();
                    found = row.getInt(1);
                }
            } while (found != expected && System.nanoTime() - deadline < 0);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void a_picture_of_oneself_is_seen_by_everybody() throws IOException {
        var address = stranger.upload("/users/me/avatar", "me.jpeg", picture())
                .expecting(200)
                .json()
                .get("avatar_url")
                .asString();
        assertThat(address).matches("/users/user-[0-9A-Z]{26}/avatar\\.png");
        assertThat(stranger.get("/users/me").json().get("avatar_url").asString())
                .isEqualTo(address);
        var seen = new Sender(product.address(), "").get(address + "?t=1").expecting(200);
        assertThat(seen.bytes()).isEqualTo(picture());
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");

        var refused = stranger.upload("/users/me/avatar", "me.png", TEXT);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).isEqualTo("File must be an image");
        stranger.delete("/users/me/avatar").expecting(204);
        await().until(() -> owner.get(address).status() == 404);
        assertThat(owner.get(address).detail()).isEqualTo("Avatar not found");
        assertThat(stranger.get("/users/me").json().get("avatar_url").isNull()).isTrue();
    }
}
