package io.taskledger.exchange.trello;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.exchange.trello.Boards.BERLIN;
import static io.taskledger.exchange.trello.Boards.garden;
import static io.taskledger.exchange.trello.Boards.imported;
import static io.taskledger.exchange.trello.Boards.onlyTask;
import static io.taskledger.exchange.trello.Boards.read;
import static io.taskledger.exchange.trello.Boards.withCard;
import static org.assertj.core.api.Assertions.assertThat;

class TrelloImportTest {

    @Test
    void cards_become_tasks_list_by_list_in_their_order() throws Exception {
        ImportedTasks garden = TrelloImport.of(read(garden()), BERLIN);

        assertThat(garden.sourceId()).isEqualTo("b0a4d0000000000000000001");
        assertThat(garden.name()).isEqualTo("Schrebergarten „Morgenröte“");
        assertThat(garden.tasks())
                .extracting(ImportedTask::title)
                .containsExactly(
                        "Sell the old mower",
                        "Order compost",
                        "Hochbeet für Kräuter bauen",
                        "حجز شتلات الطماطم 🍅",
                        "Plan last year's beds",
                        "Untitled card",
                        "Ring the water board");
    }

    @Test
    void a_task_has_all_that_its_card_says() throws Exception {
        assertThat(TrelloImport.of(read(garden()), BERLIN).tasks())
                .contains(
                        new ImportedTask(
                                "ca4d00000000000000000001",
                                "1157000000000000000000b2",
                                "Hochbeet für Kräuter bauen",
                                "Lärche, **kein** Fichtenholz.\n\n- 4 Bretter",
                                null,
                                null,
                                List.of(),
                                false),
                        new ImportedTask(
                                "ca4d00000000000000000002",
                                "1157000000000000000000b2",
                                "حجز شتلات الطماطم 🍅",
                                "",
                                LocalDate.of(2031, 3, 31),
                                LocalTime.of(0, 30),
                                List.of("green", "urgent"),
                                false));
    }

    @Test
    void archived_cards_ticked_due_dates_and_archived_lists_make_completed_tasks() throws Exception {
        assertThat(TrelloImport.of(read(garden()), BERLIN).tasks())
                .filteredOn(ImportedTask::completed)
                .extracting(ImportedTask::title)
                .containsExactly("Sell the old mower", "Order compost", "Plan last year's beds", "Untitled card");
    }

    @Test
    void what_cannot_be_kept_is_listed() throws Exception {
        assertThat(TrelloImport.of(read(garden()), BERLIN).dropped().lines())
                .containsExactly(
                        "2 checklists",
                        "1 attachment",
                        "2 comments",
                        "2 members of the board",
                        "2 assignments of members to cards",
                        "1 start date",
                        "1 value of a custom field",
                        "1 vote",
                        "1 sticker",
                        "1 entry of a power-up",
                        "1 description of the board",
                        "3 entries of the board's history",
                        "1 due date that could not be read",
                        "1 card that was in the file already",
                        "1 card whose list is not in the file (now in the first list)",
                        "1 archived list (its cards are in the first list)",
                        "1 blank title replaced",
                        "1 open card completed because its list was archived");
    }

    @Test
    void a_due_date_is_told_in_the_zone_asked_for() throws Exception {
        TrelloBoard board = read(withCard("\"name\": \"x\", \"due\": \"2031-12-31T23:59:30.500Z\""));

        ImportedTask inUtc = onlyTask(TrelloImport.of(board, ZoneOffset.UTC));
        ImportedTask inBerlin = onlyTask(TrelloImport.of(board, BERLIN));

        assertThat(inUtc.dueDate()).isEqualTo("2031-12-31");
        assertThat(inUtc.dueTime()).isEqualTo("23:59");
        assertThat(inBerlin.dueDate()).isEqualTo("2032-01-01");
        assertThat(inBerlin.dueTime()).isEqualTo("00:59");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "-0044-03-15T12:00:00Z",
                "soon",
                "2031-02-30"
            })
    void a_due_date_that_cannot_be_told_is_counted(String due) throws Exception {
        ImportedTasks imported = imported(withCard("\"name\": \"x\", \"due\": \"" + due + "\""));

        assertThat(onlyTask(imported).dueDate()).isNull();
        assertThat(onlyTask(imported).dueTime()).isNull();
        assertThat(imported.dropped().lines()).containsExactly("1 due date that could not be read");
    }

    @Test
    void a_title_of_200_characters_stays_as_it_is() throws Exception {
        ImportedTasks imported = imported(withCard("\"name\": \"" + "ä".repeat(200) + "\""));

        assertThat(onlyTask(imported).title()).isEqualTo("ä".repeat(200));
        assertThat(imported.dropped().lines()).isEmpty();
    }

    @Test
    void a_longer_title_is_shortened_and_stands_in_full_above_the_description() throws Exception {
        ImportedTasks imported = imported(withCard("\"name\": \"" + "ä".repeat(201) + "\", \"desc\": \"why\""));

        assertThat(onlyTask(imported).title()).isEqualTo("ä".repeat(199) + "…");
        assertThat(onlyTask(imported).description()).isEqualTo("ä".repeat(201) + "\n\nwhy");
        assertThat(imported.dropped().lines()).containsExactly("1 title shortened (in full in the description)");
    }

    @Test
    void shortening_cuts_no_character_in_two() throws Exception {
        ImportedTasks imported = imported(withCard("\"name\": \"" + "a" + "🍅".repeat(150) + "\""));

        assertThat(onlyTask(imported).title()).isEqualTo("a" + "🍅".repeat(99) + "…");
        assertThat(onlyTask(imported(withCard("\"name\": \"" + "🍅".repeat(150) + "\"")))
                        .title())
                .isEqualTo("🍅".repeat(99) + "…");
    }

    @Test
    void a_description_beyond_the_limit_is_shortened_and_counted() throws Exception {
        ImportedTasks whole = imported(withCard("\"name\": \"x\", \"desc\": \"" + "d".repeat(10_000) + "\""));
        ImportedTasks longer = imported(withCard("\"name\": \"x\", \"desc\": \"" + "d".repeat(10_001) + "\""));

        assertThat(onlyTask(whole).description()).isEqualTo("d".repeat(10_000));
        assertThat(whole.dropped().lines()).isEmpty();
        assertThat(onlyTask(longer).description()).isEqualTo("d".repeat(9_999) + "…");
        assertThat(longer.dropped().lines()).containsExactly("1 description shortened");
    }

    @Test
    void a_long_label_is_shortened_once_for_all_its_cards() throws Exception {
        ImportedTasks imported = imported("""
                {"id": "b1", "name": "B", "lists": [{"id": "l1", "name": "A"}], "cards": [
                  {"id": "c1", "name": "one", "idList": "l1", "labels": [{"name": "%1$s"}]},
                  {"id": "c2", "name": "two", "idList": "l1", "labels": [{"name": "%1$s"}]}]}""".formatted("t".repeat(51)));

        assertThat(imported.tasks())
                .extracting(ImportedTask::tags)
                .containsOnly(List.of("t".repeat(49) + "…"))
                .hasSize(2);
        assertThat(imported.dropped().lines()).containsExactly("1 tag shortened");
    }

    @Test
    void open_lists_become_lists_in_their_order_and_archived_ones_none() throws Exception {
        ImportedTasks imported = imported("""
                {"id": "b1", "name": " Board ", "lists": [
                  {"id": "l3", "name": "Third"}, {"id": "l2", "name": " Second ", "pos": 9},
                  {"id": "l0", "name": "Gone", "pos": 0, "closed": true}, {"id": "l1", "name": "", "pos": 1}],
                 "cards": [{"id": "c1", "name": "of the archived", "idList": "l0"},
                  {"id": "c2", "name": "of the second", "idList": "l2"}]}""");

        assertThat(imported.workspaceName()).isEqualTo("Board");
        assertThat(imported.lists())
                .containsExactly(
                        new ImportedList("l1", "Untitled list"),
                        new ImportedList("l2", "Second"),
                        new ImportedList("l3", "Third"));
        assertThat(imported.tasks()).extracting(ImportedTask::listId).containsExactly(null, "l2");
        assertThat(imported.dropped().counts())
                .containsOnlyKeys(Kind.ARCHIVED_LISTS, Kind.NAMES_REPLACED, Kind.COMPLETED_BY_ARCHIVED_LIST);
    }

    @Test
    void names_and_lists_beyond_the_limits_are_counted() throws Exception {
        var lists = IntStream.range(0, 201)
                .mapToObj(number -> "{\"id\": \"l%d\", \"name\": \"%s\"}".formatted(number, "n".repeat(number)))
                .collect(Collectors.joining(", "));

        ImportedTasks imported =
                imported("{\"id\": \"b1\", \"name\": \"\", \"lists\": [" + lists + "], \"cards\": []}");

        assertThat(imported.workspaceName()).isEqualTo("Untitled board");
        assertThat(imported.lists()).hasSize(200);
        assertThat(imported.lists().get(150).name()).isEqualTo("n".repeat(99) + "…");
        assertThat(imported.dropped().count(Kind.LISTS_TOO_MANY)).isEqualTo(1);
        assertThat(imported.dropped().count(Kind.NAMES_REPLACED)).isEqualTo(2);
        assertThat(imported.dropped().count(Kind.NAMES_SHORTENED)).isEqualTo(99);
    }

    @Test
    void a_tag_is_there_once_and_never_blank() throws Exception {
        ImportedTasks imported = imported(withCard("""
                "name": "x", "labels": [{"name": " To do "}, {"name": "", "color": null}, {"name": " ", "color": "sky"},
                {"name": "\\u0000"}, {}, null, {"name": "to do"}]"""));

        assertThat(onlyTask(imported).tags()).containsExactly("To do", "sky", "to do");
    }

    @Test
    void characters_that_cannot_be_stored_are_taken_out_and_counted() throws Exception {
        ImportedTasks imported = imported(
                withCard("\"name\": \"a\\u0000b\\ud83cc 🍅\", \"desc\": \"\\udf45\\u0000\", \"closed\": false"));

        assertThat(onlyTask(imported).title()).isEqualTo("abc 🍅");
        assertThat(onlyTask(imported).description()).isEmpty();
        assertThat(imported.dropped().count(Kind.TEXTS_CLEANED)).isEqualTo(2);
    }

    @Test
    void a_name_of_nothing_that_can_be_stored_counts_as_blank() throws Exception {
        ImportedTasks imported = imported(withCard("\"name\": \" \\u0000 \""));

        assertThat(onlyTask(imported).title()).isEqualTo("Untitled card");
        assertThat(imported.dropped().count(Kind.BLANK_TITLES_REPLACED)).isEqualTo(1);
    }

    @Test
    void without_places_the_order_of_the_file_holds() throws Exception {
        ImportedTasks imported = imported("""
                {"id": "b1", "lists": [{"id": "l2", "name": "B"}, {"id": "l1", "name": "A"}], "cards": [
                  {"id": "c1", "name": "z", "idList": "l1"}, {"id": "c2", "name": "y", "idList": "l2"},
                  {"id": "c3", "name": "x", "idList": "l1"}, {"id": "c4", "name": "w", "idList": "l1", "pos": 7}]}""");

        assertThat(imported.tasks()).extracting(ImportedTask::title).containsExactly("y", "w", "z", "x");
    }
}
