package io.taskledger.rest.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExportOverRestTest extends RestServer {

    private static final String EXPORT = "/api/v1/users/me/export";

    @Test
    void all_that_is_ones_own_is_in_one_archive() throws IOException {
        var documents = unpacked(bytes(EXPORT));

        assertThat(documents)
                .containsOnlyKeys(
                        "profile.json",
                        "sessions.json",
                        "tokens.json",
                        "preferences.json",
                        "tasks.json",
                        "trash.json",
                        "shared-with-me.json",
                        "workspaces.json",
                        "activity.json",
                        "files.json");
        assertThat(documents.get("profile.json").path("username").asString()).isEqualTo("ann");
        assertThat(documents.get("sessions.json").size()).isEqualTo(2);
        assertThat(documents.get("tokens.json").at("/0/name").asString()).isEqualTo("backup");
        assertThat(documents.get("tasks.json").isArray()).isTrue();
        assertThat(get(EXPORT).header("Content-Type")).isEqualTo("application/zip");
        assertThat(get(EXPORT).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"taskledger-export.zip\"");
        assertThat(stranger("GET", EXPORT, "").status()).isEqualTo(401);
    }

    @Test
    void pages_are_one_run_to_their_end() {
        var pages = List.of(List.of(1, 2), List.of(3, 4), List.of(5));
        var asked = new ArrayList<Integer>();

        var run = ExportArchive.paged(before -> {
            asked.add(before);
            return before / 2 < pages.size() && before != 5 ? pages.get(before / 2) : List.<Integer>of();
        });

        assertThat(Stream.generate(() -> run.hasNext() ? run.next() : 0)
                        .takeWhile(number -> number > 0)
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, 5).boxed().toList());
        assertThat(asked).startsWith(0, 2, 4, 5);
    }

    @Test
    void an_archive_that_was_not_finished_cannot_be_taken_for_a_whole_one() throws IOException {
        var whole = new ByteArrayOutputStream();
        var part = new ByteArrayOutputStream();
        var finished = new ExportArchive(whole, JsonMapper.shared());
        finished.content("a.txt", new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));
        finished.finish();
        new ExportArchive(part, JsonMapper.shared())
                .content("a.txt", new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));

        var end = "PK\5\6"; // of the table of contents (APPNOTE.TXT 4.3.16)
        assertThat(whole.toString(StandardCharsets.ISO_8859_1)).contains(end);
        assertThat(part.toString(StandardCharsets.ISO_8859_1)).doesNotContain(end);
    }

    private static Map<String, JsonNode> unpacked(byte[] archive) throws IOException {
        var documents = new LinkedHashMap<String, JsonNode>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                documents.put(entry.getName(), JsonMapper.shared().readTree(zip.readAllBytes()));
            }
        }
        return documents;
    }
}
