package io.taskledger.rest.exchange;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

import io.taskledger.exchange.ImportFormat;
import io.taskledger.messages.Via;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How a program asks for an import; what becomes of the files is told in the module exchange. */
class ImportsOverRestTest extends RestServer {

    private static final byte[] TABLE = "title\nDig\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private PretendImports imports;

    @Test
    void a_file_is_imported_for_who_asks_as_one_action() {
        imports.clear();

        var answer = upload("/api/v1/imports/csv", "file", "garden.csv", TABLE);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Taskledger-Position")).isNotEmpty();
        assertThat(imports.asked).singleElement().satisfies(asked -> {
            assertThat(asked.format()).isEqualTo(ImportFormat.CSV);
            assertThat(asked.content()).isEqualTo("title\nDig\n");
            assertThat(asked.reading().name()).isEqualTo("garden.csv");
            assertThat(asked.wish().owner()).isEqualTo(PretendHouse.ANN);
            assertThat(asked.via()).isEqualTo(Via.IMPORT);
            assertThat(asked.wish().again()).isFalse();
            assertThat(answer.json().path("action_id").asString())
                    .isEqualTo(asked.wish().action().text());
        });
        assertThat(answer.json().path("workspace_id").asString()).isEqualTo(PretendImports.WORKSPACE.text());
        assertThat(answer.json().path("created").asInt()).isEqualTo(2);
        assertThat(answer.json().path("already_there").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/dropped/0").toString())
                .isEqualTo("{\"kind\":\"checklists\",\"count\":3,\"text\":\"3 checklists\"}");
    }

    @Test
    void what_is_asked_for_is_in_the_address_or_in_the_form_before_or_after_the_file() {
        imports.clear();

        upload("/api/v1/imports/trello?dry_run=true&time_zone=Europe/Berlin", "file", "b.json", TABLE);
        var form = "--x\r\nContent-Disposition: form-data; name=\"history\"\r\n\r\nyes\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.json\"\r\n\r\n{}\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"dry_run\"\r\n\r\ntrue\r\n--x--\r\n";
        var dry = send("POST", "/api/v1/imports/trello", form, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(dry.json().path("action_id").isNull()).as(dry.text()).isTrue();
        assertThat(imports.asked).hasSize(2).allMatch(asked -> asked.wish().dryRun());
        assertThat(imports.asked.getFirst().reading().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(imports.asked.getFirst().reading().withHistory()).isFalse();
        assertThat(imports.asked.getLast().reading().withHistory()).isTrue();
        assertThat(imports.asked.getLast().content()).isEqualTo("{}");
    }

    @Test
    void asked_again_under_the_same_key_it_is_the_same_action() {
        imports.clear();

        for (var key : new String[] {"one", "one", "another"}) {
            upload("/api/v1/imports/csv?again=1", "file", "garden.csv", TABLE, "Idempotency-Key", key);
        }

        assertThat(imports.asked).hasSize(3).allMatch(asked -> asked.wish().again());
        assertThat(imports.asked.stream().map(asked -> asked.wish().action()).distinct())
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}, field {1}: {2}")
    @CsvSource({
        "csv?dry_run=perhaps, file, 422",
        "csv?time_zone=Mars, file, 422",
        "csv, other, 422",
        "excel, file, 404",
        "CSV, file, 404"
    })
    void what_cannot_be_asked_for_is_refused(String address, String field, int status) {
        imports.clear();

        assertThat(upload("/api/v1/imports/" + address, field, "garden.csv", TABLE)
                        .status())
                .isEqualTo(status);
        assertThat(imports.asked).isEmpty();
    }

    @Test
    void a_file_that_is_none_is_refused_in_the_words_of_its_format() {
        var answer = upload("/api/v1/imports/csv", "file", "garden.csv", new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/file-refused");
        assertThat(answer.json().path("detail").asString()).isEqualTo("The file is empty.");
    }
}
