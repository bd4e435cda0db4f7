package io.taskledger.rest.activity;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.Place;
import io.taskledger.messages.activity.ActivityQuery.ReadOnActivity;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityExportTest extends RestServer {

    private static final String EXPORT = "/api/v1/activity/export";
    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");

    private static Activity done(long position, UserId who, String name, String title) {
        return new Activity(
                "event-" + position,
                position,
                who,
                name,
                who == null ? null : Via.REST,
                "created",
                "task",
                TASK.text(),
                TASK,
                Map.of("title", title),
                PretendHouse.NOW,
                Instant.parse("2026-11-21T07:25:24Z"));
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    @Test
    void csv_has_a_line_of_names_and_a_line_for_each() throws IOException {
        house.activities.add(done(9, PretendHouse.ANN, "ann", "a \"quoted\",\r\nbroken line"));
        house.activities.add(done(8, null, null, "by nobody"));

        var told = get(EXPORT + "?format=csv");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).startsWith("text/csv;").containsIgnoringCase("charset=utf-8");
        assertThat(told.header("Content-Disposition")).isEqualTo("attachment; filename=\"taskledger-activity.csv\"");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.response().body()).startsWith("\"id\",\"happened_at\",").endsWith("\r\n");
        var records = read(told.response().body());
        assertThat(records).hasSize(2);
        assertThat(records.getFirst().get("username")).isEqualTo("ann");
        assertThat(records.getFirst().get("details")).isEqualTo("{\"title\":\"a \\\"quoted\\\",\\r\\nbroken line\"}");
        assertThat(records.getLast().get("user_id")).isEmpty();
        assertThat(records.getLast().get("via")).isEmpty();
    }

    @Test
    void json_is_the_same_as_the_list() {
        house.activities.add(done(9, PretendHouse.ANN, "ann", "Water"));

        var told = get(EXPORT);

        assertThat(told.header("Content-Type")).startsWith("application/json");
        assertThat(told.json()).isEqualTo(get("/api/v1/activity").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void an_empty_log_is_a_file_too(String format) {
        var told = get(EXPORT + "?format=" + format);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.response().body().strip()).hasLineCount(1);
    }

    @Test
    void all_of_them_come_page_by_page() throws IOException {
        IntStream.range(0, 1_001)
                .forEach(number -> house.activities.add(done(2_000 - number, PretendHouse.ANN, "ann", "Water")));

        assertThat(read(get(EXPORT + "?format=csv&action=created").response().body()))
                .extracting(one -> one.get("id"))
                .containsExactlyElementsOf(
                        house.activities.stream().map(Activity::id).toList());

        var filter = new ActivityFilter(null, "created", null, null, null);
        assertThat(house.queries)
                .containsExactly(
                        new ReadOnActivity(filter, null, 500),
                        new ReadOnActivity(filter, new Place(PretendHouse.NOW, 1_501), 500),
                        new ReadOnActivity(filter, new Place(PretendHouse.NOW, 1_001), 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=xml", "format=CSV", "format=", "start_date=soon"})
    void what_is_no_export_is_refused_before_anything_is_sent(String query) {
        var told = get(EXPORT + "?" + query);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
        assertThat(house.queries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"})
    void what_a_spreadsheet_would_take_for_a_formula_is_led_by_an_apostrophe(String cell) throws IOException {
        house.activities.add(done(9, PretendHouse.ANN, cell, "Water"));
        assertThat(read(get(EXPORT + "?format=csv").response().body())
                        .getFirst()
                        .get("username"))
                .isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", " =1", "'=1", "1", "🌱"})
    void every_other_cell_is_as_it_was_written(String cell) {
        assertThat(ActivityCsv.safe(cell)).isEqualTo(cell);
    }

    @Test
    void a_stranger_is_asked_who_they_are() {
        assertThat(stranger("GET", EXPORT, "").status()).isEqualTo(401);
    }
}
