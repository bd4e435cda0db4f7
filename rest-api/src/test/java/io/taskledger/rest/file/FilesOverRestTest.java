package io.taskledger.rest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import javax.imageio.ImageIO;

import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import io.taskledger.security.limit.RateLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How files are spoken of; what the whole product does with them is in the application's {@code FilesIT}. */
class FilesOverRestTest extends RestServer {

    private static final byte[] TEXT = "Water the ferns".getBytes(StandardCharsets.UTF_8);

    private String files() {
        var task = house.has(PretendHouse.task("Ferns"));
        return "/api/v1/tasks/" + task.taskId().text() + "/files";
    }

    @Test
    void an_upload_is_kept_and_attached_as_what_it_is() {
        var answer = upload(files(), "file", "ferns.txt", TEXT);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(answer.json().propertyNames())
                .containsExactly("id", "task_id", "original_filename", "file_size", "content_type", "uploaded_at");
        assertThat(answer.json().path("content_type").asString()).isEqualTo("text/plain");
        assertThat(answer.json().path("file_size").asInt()).isEqualTo(TEXT.length);
        assertThat(house.commands).singleElement().isInstanceOf(AttachFile.class);
        assertThat(limits.taken).containsExactly("FILE_UPLOAD " + PretendHouse.ANN.text());
        assertThat(get(files()).json().get(0).propertyNames())
                .containsExactly("id", "original_filename", "file_size", "content_type", "uploaded_at");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ferns.txt         | attachment; filename="ferns.txt"
            a b;c.txt         | attachment; filename="a b;c.txt"
            100%.txt          | attachment; filename="100_.txt"; filename*=UTF-8''100%25.txt
            Grüße 🌿.txt      | attachment; filename="Gr__e _.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%8C%BF.txt
            ../../etc/pass.txt| attachment; filename="pass.txt"
            """)
    void a_download_is_saved_under_a_safe_name_and_never_shown(String name, String disposition) {
        var id = upload(files(), "file", name, TEXT).json().path("id").asString();

        var answer = get("/api/v1/files/" + id + "?inline=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(answer.header("Content-Disposition")).isEqualTo(disposition);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(TEXT.length));
        assertThat(answer.response().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void a_picture_is_shown_to_who_asks_for_that() throws IOException {
        var id = upload(files(), "file", "ferns.png", png()).json().path("id").asString();

        assertThat(get("/api/v1/files/" + id).header("Content-Disposition")).startsWith("attachment");
        assertThat(get("/api/v1/files/" + id + "?inline=true").header("Content-Disposition"))
                .startsWith("inline");
        assertThat(get("/api/v1/files/" + id + "?inline=perhaps").status()).isEqualTo(422);
    }

    @Test
    void a_form_without_the_file_is_told_what_it_lacks() {
        assertThat(upload(files(), "other", "ferns.txt", TEXT).status()).isEqualTo(422);
        assertThat(upload(files(), "file", "", TEXT).status()).isEqualTo(422);
        var json = send("POST", files(), "{\"file\": \"x\"}");
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"file\"]");
        assertThat(send("POST", files(), "x", "Content-Type", "multipart/form-data")
                        .status())
                .isEqualTo(422);
        assertThat(send("POST", files(), "--b\r\nContent-Disp", "Content-Type", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(422);
        var endsEarly = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc";
        assertThat(send("POST", files(), endsEarly, "Content-Type", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(422);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void repeated_under_its_key_an_upload_is_done_once_although_its_boundary_is_another() {
        var path = files();
        var first = sent(form(path, "one", "file", "ferns.txt", TEXT), "Idempotency-Key", "k");
        var again = sent(form(path, "two", "file", "ferns.txt", TEXT), "Idempotency-Key", "k");
        var other = sent(form(path, "two", "file", "Ferns.txt", TEXT), "Idempotency-Key", "k");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(house.commands).hasSize(1);
        assertThat(limits.taken).hasSize(1);
    }

    @Test
    void an_answer_that_was_lost_is_told_anew() {
        house.forgetful = true;
        var path = files();
        var first = upload(path, "file", "ferns.txt", TEXT, "Idempotency-Key", "k");

        var again = upload(path, "file", "ferns.txt", TEXT, "Idempotency-Key", "k");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void one_too_many_is_refused_before_it_is_read() {
        limits.refuse(RateLimit.FILE_UPLOAD, Duration.ofMinutes(7));

        var answer = upload(files(), "file", "ferns.exe", TEXT);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().path("error").asString()).isEqualTo("Rate limit exceeded: 20 per 1 hour");
    }

    @Test
    void unknown_files_and_tasks_are_not_found() {
        assertThat(get("/api/v1/files/3").json().path("detail").asString()).isEqualTo("File with ID 3 not found");
        assertThat(send("DELETE", "/api/v1/files/3", "").status()).isEqualTo(404);
        assertThat(upload("/api/v1/tasks/7/files", "file", "a.txt", TEXT).status())
                .isEqualTo(404);
        assertThat(get("/api/v1/tasks/7/files").status()).isEqualTo(404);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_file_is_removed_by_its_id() {
        var id = upload(files(), "file", "ferns.txt", TEXT).json().path("id").asString();

        assertThat(send("DELETE", "/api/v1/files/" + id, "").status()).isEqualTo(204);

        assertThat(house.commands.getLast()).isInstanceOf(RemoveFile.class);
    }

    @Test
    void a_picture_of_oneself_is_for_everybody_to_see() throws IOException {
        var answer = upload("/api/v1/users/me/avatar", "file", "me.jpg", png());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var address = "/users/" + PretendHouse.ANN.text() + "/avatar.png";
        assertThat(answer.json().path("avatar_url").asString()).isEqualTo(address);
        assertThat(get("/api/v1/users/me").json().path("avatar_url").asString()).isEqualTo(address);
        var shown = stranger("GET", "/api/v1" + address + "?t=7", "");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Cross-Origin-Resource-Policy")).isEmpty();
        assertThat(stranger("GET", "/api/v1" + address, "", "If-None-Match", shown.header("ETag"))
                        .status())
                .isEqualTo(304);

        assertThat(send("DELETE", "/api/v1/users/me/avatar", "").status()).isEqualTo(204);
        assertThat(stranger("GET", "/api/v1" + address, "")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("Avatar not found");
        assertThat(stranger("GET", "/api/v1/users/12/avatar.png", "").status()).isEqualTo(404);
    }

    @Test
    void only_a_picture_is_one() {
        for (var content : Map.of("text", TEXT, "nothing", new byte[0]).entrySet()) {
            var answer = upload("/api/v1/users/me/avatar", "file", "me.png", content.getValue());
            assertThat(answer.status()).as(content.getKey()).isEqualTo(400);
            assertThat(answer.json().path("detail").asString()).isEqualTo("File must be an image");
        }
        assertThat(upload("/api/v1/users/me/avatar", "file", "me.png", new byte[2_097_153])
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("File too large. Max size: 2.0 MB");
        assertThat(house.ofAccounts).isEmpty();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
