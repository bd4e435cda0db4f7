package io.taskledger.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import io.taskledger.app.product.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A board that was worked on last week, as Trello would tell of it: three cards on Monday; on Tuesday one is moved, one
 * renamed, one added.
 */
final class HerbGarden {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String ENTRY = """
            {"id": "%s", "type": "%s", "date": "%s", "data": {%s},
             "idMemberCreator": "64c2f0000000000000000009",
             "memberCreator": {"id": "64c2f0000000000000000009", "fullName": "Ruth Kern", "username": "ruth"}}""";
    private static final String TO_DO = "{\"id\": \"64c2f0000000000000000001\", \"name\": \"To do\"}";
    private static final String DONE = "{\"id\": \"64c2f0000000000000000002\", \"name\": \"Harvested\"}";

    private HerbGarden() {}

    static LocalDate tuesday() {
        return LocalDate.now(ZONE).with(TemporalAdjusters.previous(DayOfWeek.TUESDAY));
    }

    /** Imports it with its history. */
    static void planted(Product product, Person person, Path folder) throws IOException {
        var tuesday = tuesday();
        var monday = tuesday.minusDays(1);
        var entries = List.of(
                entry(1, monday, "09:00", "createCard", card(1, "Basil", "") + ", \"list\": " + TO_DO),
                entry(2, monday, "09:10", "createCard", card(2, "Sage", "") + ", \"list\": " + TO_DO),
                entry(3, monday, "09:20", "createCard", card(3, "Dill", "") + ", \"list\": " + TO_DO),
                entry(
                        4,
                        tuesday,
                        "10:00",
                        "updateCard",
                        card(1, "Basil", ", \"idList\": \"64c2f0000000000000000002\"")
                                + ", \"old\": {\"idList\": \"64c2f0000000000000000001\"}, \"listBefore\": " + TO_DO
                                + ", \"listAfter\": " + DONE),
                entry(
                        5,
                        tuesday,
                        "15:00",
                        "updateCard",
                        card(2, "Sage and thyme", "") + ", \"old\": {\"name\": \"Sage\"}, \"list\": " + TO_DO),
                entry(6, tuesday, "20:00", "createCard", card(4, "Mint", "") + ", \"list\": " + TO_DO));
        var board = """
                {"id": "64c2f0000000000000000000", "name": "Herb garden", "desc": "", "closed": false, "labels": [],
                 "members": [{"id": "64c2f0000000000000000009", "fullName": "Ruth Kern", "username": "ruth"}],
                 "lists": [{"id": "64c2f0000000000000000001", "name": "To do", "closed": false, "pos": 1},
                           {"id": "64c2f0000000000000000002", "name": "Harvested", "closed": false, "pos": 2}],
                 "cards": [%s], "actions": [%s]}""".formatted(
                        String.join(
                                ", ",
                                standing(1, "Basil", 2),
                                standing(2, "Sage and thyme", 1),
                                standing(3, "Dill", 1),
                                standing(4, "Mint", 1)),
                        String.join(",\n", entries.reversed()));
        var file = Files.writeString(folder.resolve("herbs.json"), board);
        assertThat(product.run("import", "trello", file.toString(), "--owner", person.name(), "--history")
                        .out())
                .contains("Created 4 tasks");
    }

    private static String entry(int number, LocalDate day, String time, String type, String data) {
        var at = day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        return ENTRY.formatted("64c2f00000000000000001%02d".formatted(number), type, at, data);
    }

    private static String card(int number, String name, String more) {
        return "\"card\": {\"id\": \"64c2f00000000000000002%02d\", \"name\": \"%s\"%s}".formatted(number, name, more);
    }

    private static String standing(int number, String name, int list) {
        return """
                {"id": "64c2f00000000000000002%02d", "name": "%s", "desc": "", "due": null, "dueComplete": false,
                 "closed": false, "idList": "64c2f000000000000000000%d", "pos": %d, "labels": [], "idShort": %d}""".formatted(number, name, list, number, number);
    }
}
