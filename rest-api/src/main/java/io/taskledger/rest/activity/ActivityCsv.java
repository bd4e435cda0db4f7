package io.taskledger.rest.activity;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

import io.taskledger.messages.activity.Activity;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Activities as CSV (RFC 4180): every cell is quoted. What people wrote must not become a formula where somebody opens it in
 * a spreadsheet: a cell that begins like one is led by an apostrophe (OWASP, CSV Injection).
 */
final class ActivityCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setHeader(
                    "id",
                    "happened_at",
                    "recorded_at",
                    "user_id",
                    "username",
                    "via",
                    "action",
                    "resource_type",
                    "resource_id",
                    "task_id",
                    "details")
            .get();

    /** Also as some write them in East Asia: spreadsheets take the full-width forms for the same. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    private ActivityCsv() {}

    static void write(Iterator<Activity> activities, OutputStream to, JsonMapper json) throws IOException {
        try (var csv = new CSVPrinter(new OutputStreamWriter(to, StandardCharsets.UTF_8), FORMAT)) {
            while (activities.hasNext()) {
                csv.printRecord(cells(activities.next(), json).map(ActivityCsv::safe));
            }
        }
    }

    private static Stream<@Nullable Object> cells(Activity one, JsonMapper json) {
        return Stream.of(
                one.id(),
                one.happenedAt(),
                one.recordedAt(),
                one.actor(),
                one.actorName(),
                one.via() == null ? null : one.via().stored(),
                one.action(),
                one.resourceType(),
                one.resourceId(),
                one.taskId(),
                json.writeValueAsString(one.details()));
    }

    static String safe(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
