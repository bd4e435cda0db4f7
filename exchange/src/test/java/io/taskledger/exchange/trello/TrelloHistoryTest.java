package io.taskledger.exchange.trello;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedPast.Told;
import io.taskledger.exchange.ImportedWorkspace;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.exchange.trello.Boards.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is told of a board's past. That it is all true, the whole product is asked. */
class TrelloHistoryTest {

    private static final String LISTS = """
            "lists": [{"id": "5cc000000000000000000001", "name": "To do", "pos": 1},
                      {"id": "5cc000000000000000000002", "name": "Done", "pos": 2}]""";

    /** Made two seconds after the lists. */
    private static final String CARD = "5cc000020000000000000010";

    @Test
    void a_card_without_a_beginning_was_there_since_its_id_was_given() throws Exception {
        var told = told(board(card("\"name\": \"Now\""), renamed("Then", "Now", 10)));

        assertThat(commands(told, CreateTask.class)).singleElement().returns("Then", CreateTask::title);
        assertThat(told).extracting(Told::at).containsSubsequence(second(0), second(2), second(10));
        assertThat(commands(told, EditTask.class))
                .singleElement()
                .satisfies(edit -> assertThat(
                                Objects.requireNonNull(edit.edit().title()).value())
                        .isEqualTo("Now"));
    }

    @Test
    void where_the_file_contradicts_itself_an_action_counts_from_its_time_and_the_card_in_the_end() throws Exception {
        var told = told(board(card("\"name\": \"Now\""), renamed("A", "B", 10), renamed("C", "D", 20)));

        assertThat(titles(told)).containsExactly("A at 2", "B at 10", "D at 20", "Now at 20.001");
    }

    @Test
    void people_are_named_by_the_action_or_else_by_the_board() throws Exception {
        var told = told(board(
                card("\"name\": \"C\""),
                "{\"type\": \"updateCard\", \"date\": \"%s\", \"idMemberCreator\": \"m1\", %s}"
                        .formatted(second(10), data("A", "B")),
                "{\"type\": \"updateCard\", \"date\": \"%s\", \"idMemberCreator\": \"m1\", \"memberCreator\": {\"username\": \"jo\"}, %s}"
                        .formatted(second(11), data("B", "C"))));

        assertThat(told)
                .filteredOn(one -> one.command() instanceof EditTask)
                .extracting(Told::by)
                .containsExactly("Ruth", "jo");
    }

    @Test
    void a_card_that_leaves_and_comes_back_is_one_task() throws Exception {
        var told = told(board(
                card("\"name\": \"C\""),
                action("moveCardFromBoard", 10, "\"card\": {\"id\": \"%s\", \"name\": \"C\"}".formatted(CARD)),
                action("moveCardToBoard", 20, "\"card\": {\"id\": \"%s\", \"name\": \"C\"}".formatted(CARD))));

        assertThat(ofTasks(told)).containsExactly("CreateTask", "DeleteTask", "RestoreTask");
        assertThat(commands(told, DeleteTask.class).getFirst().taskId())
                .isEqualTo(commands(told, RestoreTask.class).getFirst().taskId());
    }

    @Test
    void of_a_card_that_is_gone_its_name_is_found_in_what_it_went_through_and_without_one_nothing_is_told()
            throws Exception {
        var gone = "\"card\": {\"id\": \"5cc000030000000000000099\"}";
        var named = told(board("", action("updateCard", 9, """
                        "card": {"id": "5cc000030000000000000099", "name": "Gone", "desc": "x"}, "old": {"desc": "y"}"""), action("deleteCard", 10, gone)));
        assertThat(ofTasks(named)).containsExactly("CreateTask", "EditTask", "DeleteTask");
        assertThat(commands(named, CreateTask.class).getFirst())
                .returns("Gone", CreateTask::title)
                .returns("y", CreateTask::description);

        var nameless = history(board("", action("deleteCard", 10, gone)));
        assertThat(nameless.present().dropped().count(Kind.HISTORY)).isOne();
        assertThat(ofTasks(told(board("", action("deleteCard", 10, gone))))).isEmpty();
    }

    @Test
    void a_card_that_is_gone_had_the_labels_that_were_put_on_it_last() throws Exception {
        var card = "\"card\": {\"id\": \"5cc000030000000000000099\", \"name\": \"Gone\"}, ";
        var told = told(board(
                "",
                action("addLabelToCard", 8, card + "\"label\": {\"id\": \"b1\", \"name\": \"buy\"}"),
                action("addLabelToCard", 9, card + "\"label\": {\"id\": \"b2\", \"color\": \"red\"}"),
                action("removeLabelFromCard", 10, card + "\"label\": {\"id\": \"b1\", \"name\": \"buy\"}"),
                action("updateCard", 11, card.replace("}, ", ", \"desc\": \"x\"}, ") + "\"old\": {\"desc\": \"\"}"),
                action("deleteCard", 12, "\"card\": {\"id\": \"5cc000030000000000000099\"}")));

        assertThat(commands(told, CreateTask.class).getFirst().tags()).isEmpty();
        assertThat(commands(told, EditTask.class))
                .extracting(edit ->
                        edit.edit().tags() == null ? null : edit.edit().tags().value())
                .containsExactly(List.of("buy"), List.of("red", "buy"), List.of("red"), null);
    }

    @Test
    void comments_say_what_they_said_then() throws Exception {
        var of = "\"card\": {\"id\": \"%s\", \"name\": \"C\"}, ".formatted(CARD);
        var told = told(board(
                card("\"name\": \"C\""),
                """
                {"id": "k1", "type": "commentCard", "date": "%s", "data": {%s "text": "last"}}""".formatted(second(10), of),
                action(
                        "updateComment",
                        11,
                        of + "\"action\": {\"id\": \"k1\", \"text\": \"second\"}, \"old\": {\"text\": \"first\"}"),
                action(
                        "updateComment",
                        12,
                        of + "\"action\": {\"id\": \"k1\", \"text\": \"last\"}, \"old\": {\"text\": \"second\"}"),
                action("deleteComment", 13, of + "\"action\": {\"id\": \"k1\"}"),
                action("deleteComment", 14, of + "\"action\": {\"id\": \"k2\"}")));

        assertThat(commands(told, AddComment.class))
                .extracting(AddComment::content)
                .containsExactly("first");
        assertThat(commands(told, EditComment.class))
                .extracting(EditComment::content)
                .containsExactly("second", "last");
        assertThat(commands(told, DeleteComment.class)).hasSize(1);
        assertThat(history(board(
                                card("\"name\": \"C\""),
                                "{\"id\": \"k1\", \"type\": \"commentCard\", \"date\": \"%s\", \"data\": {\"card\": {\"id\": \"gone\"}, \"text\": \"x\"}}"
                                        .formatted(second(10))))
                        .present()
                        .dropped()
                        .counts())
                .containsEntry(Kind.COMMENTS, 1);
    }

    @Test
    void an_archived_list_takes_its_cards_to_the_first_one_and_brings_them_back() throws Exception {
        var list =
                "\"list\": {\"id\": \"5cc000000000000000000002\", \"name\": \"Done\", \"closed\": %s}, \"old\": {\"closed\": %s}";
        var told = told(board(
                "{\"id\": \"%s\", \"name\": \"C\", \"idList\": \"5cc000000000000000000002\"}".formatted(CARD),
                action("updateList", 10, list.formatted("true", "false")),
                action("updateList", 20, list.formatted("false", "true"))));

        assertThat(told.stream().skip(4).map(one -> one.command().getClass().getSimpleName()))
                .containsExactly("CreateTask", "MoveTask", "EditTask", "RemoveList", "AddList", "MoveTask", "EditTask");
        assertThat(commands(told, MoveTask.class))
                .extracting(move -> move.home().listId())
                .containsExactly(
                        ListId.firstOf(
                                commands(told, CreateWorkspace.class).getFirst().workspaceId()),
                        commands(told, AddList.class).getFirst().listId());
        assertThat(commands(told, RemoveList.class)).hasSize(1);
    }

    @Test
    void the_board_and_its_lists_are_called_as_they_were() throws Exception {
        var told = told(board(
                "",
                action("updateBoard", 10, "\"board\": {\"name\": \"Orchard\"}, \"old\": {\"name\": \"Garden\"}"),
                action("updateList", 11, """
                        "list": {"id": "5cc000000000000000000001", "name": "To do"}, "old": {"name": "Later"}""")));

        assertThat(commands(told, CreateWorkspace.class).getFirst().name()).isEqualTo("Garden");
        assertThat(commands(told, RenameWorkspace.class).getFirst().name()).isEqualTo("Orchard");
        assertThat(commands(told, RenameList.class))
                .extracting(RenameList::name)
                .containsExactly("Later", "To do");
    }

    @Test
    void places_end_where_an_import_without_history_puts_them() throws Exception {
        var json = new String(orchard(), StandardCharsets.UTF_8);
        var history = history(json);
        var workspace = new ImportedWorkspace(history.present(), "somebody");
        var homes = workspace.homes();

        var last = new HashMap<Object, TaskHome>();
        for (var told : history.told(workspace, true)) {
            switch (told.command()) {
                case CreateTask task -> last.put(task.taskId(), Objects.requireNonNull(task.home()));
                case MoveTask task -> last.put(task.taskId(), task.home());
                case DeleteTask task -> last.remove(task.taskId());
                default -> {}
            }
        }
        homes.forEach(
                (card, home) -> assertThat(last.get(workspace.taskOf(card))).isEqualTo(home));
    }

    @Test
    void times_only_go_forward_and_the_workspace_is_told_of_first() throws Exception {
        var told = told(new String(orchard(), StandardCharsets.UTF_8));

        assertThat(told.getFirst().command()).isInstanceOf(CreateWorkspace.class);
        assertThat(told).extracting(Told::at).isSorted();
    }

    @Test
    void beside_a_workspace_that_is_there_only_tasks_are_told_of_and_stand_in_its_lists_of_now() throws Exception {
        var history = history(new String(orchard(), StandardCharsets.UTF_8));
        var workspace = new ImportedWorkspace(history.present(), "somebody");
        var lists = history.present().lists().stream()
                .map(list -> workspace.idOf(list.sourceId()))
                .toList();

        assertThat(history.told(workspace, false))
                .isNotEmpty()
                .allSatisfy(told ->
                        assertThat(told.command().getClass().getName()).startsWith("io.taskledger.messages.task."))
                .extracting(Told::command)
                .filteredOn(MoveTask.class::isInstance)
                .extracting(command -> ((MoveTask) command).home().listId())
                .isNotEmpty()
                .allMatch(lists::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "{\"type\": \"updateCard\", \"date\": \"yesterday\", \"data\": {\"card\": {\"id\": \"5cc000020000000000000010\"}, \"old\": {\"name\": \"x\"}}}",
                "{\"type\": \"updateCard\", \"date\": \"+99999-01-01T00:00:00Z\", \"data\": {\"card\": {\"id\": \"5cc000020000000000000010\"}, \"old\": {\"name\": \"x\"}}}",
                "{\"type\": \"updateCard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": [1, [2]]}",
                "{\"type\": \"updateCard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": {\"card\": {\"id\": {\"a\": 1}}, \"old\": null}}",
                "{\"type\": \"updateCard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": {\"card\": {\"id\": \"nobody's\"}, \"old\": {\"name\": \"x\"}}}",
                "{\"type\": \"addLabelToCard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": {\"card\": {\"id\": \"5cc000020000000000000010\"}}}",
                "{\"type\": \"addMemberToCard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": {\"card\": {\"id\": \"5cc000020000000000000010\"}}}",
                "{\"type\": \"updateBoard\", \"date\": \"2019-04-24T06:14:30Z\", \"data\": {\"old\": {\"prefs\": {}}}}"
            })
    void what_says_too_little_is_counted_and_changes_nothing(String action) throws Exception {
        var history = history(board(card("\"name\": \"C\""), action));

        assertThat(history.present().dropped().count(Kind.HISTORY)).isOne();
        assertThat(ofTasks(told(board(card("\"name\": \"C\""), action)))).containsExactly("CreateTask");
    }

    @Test
    void a_name_of_a_person_is_storable_and_short() throws Exception {
        var actor = "\"memberCreator\": {\"fullName\": \"%s\"}, ";
        var names = Stream.of("A\\u0000B", "\\ud800", "N".repeat(300))
                .map(name -> renamed("A", "C", 10)
                        .replaceFirst("\\{", "{" + actor.formatted(name).replace("\\", "\\\\")))
                .toList();

        assertThat(told(board(card("\"name\": \"C\""), names.get(0))).getLast().by())
                .isEqualTo("AB");
        assertThat(told(board(card("\"name\": \"C\""), names.get(1))).getLast().by())
                .isNull();
        assertThat(told(board(card("\"name\": \"C\""), names.get(2))).getLast().by())
                .hasSize(100);
    }

    @Test
    void a_history_that_would_take_too_much_is_refused() throws Exception {
        var list = "\"list\": {\"id\": \"5cc000000000000000000002\", \"closed\": %s}, \"old\": {\"closed\": %s}";
        var cards = IntStream.range(0, 400)
                .mapToObj("{\"id\": \"c%d\", \"idList\": \"5cc000000000000000000002\"}"::formatted)
                .collect(Collectors.joining(", "));
        var toggles = IntStream.range(0, 400)
                .mapToObj(n -> action("updateList", n, list.formatted(n % 2 == 0, n % 2 == 1)))
                .toArray(String[]::new);
        var history = history(board(cards, toggles));

        assertThatThrownBy(() -> history.told(new ImportedWorkspace(history.present(), "somebody"), true))
                .isInstanceOf(NotATrelloBoard.class)
                .hasMessageContaining("250,000 steps");
        assertThatThrownBy(() -> history(board(
                        "", Collections.nCopies(10_001, renamed("A", "B", 1)).toArray(String[]::new))))
                .isInstanceOf(NotATrelloBoard.class)
                .hasMessageContaining("10,000 actions");
    }

    private static String board(String cards, String... actionsOldestFirst) {
        return """
                {"id": "5cc000000000000000000000", "name": "Orchard", "members": [{"id": "m1", "fullName": "Ruth"}],
                 %s, "cards": [%s], "actions": [%s]}""".formatted(
                LISTS, cards, String.join(", ", List.of(actionsOldestFirst).reversed()));
    }

    private static String card(String fields) {
        return "{\"id\": \"%s\", \"idList\": \"5cc000000000000000000001\", %s}".formatted(CARD, fields);
    }

    private static String action(String type, int second, String data) {
        return "{\"type\": \"%s\", \"date\": \"%s\", \"data\": {%s}}".formatted(type, second(second), data);
    }

    private static String renamed(String from, String to, int second) {
        return "{\"type\": \"updateCard\", \"date\": \"%s\", %s}".formatted(second(second), data(from, to));
    }

    private static String data(String from, String to) {
        return "\"data\": {\"card\": {\"id\": \"%s\", \"name\": \"%s\"}, \"old\": {\"name\": \"%s\"}}"
                .formatted(CARD, to, from);
    }

    /** After the board's beginning. */
    private static Instant second(int second) {
        return Instant.ofEpochSecond(0x5cc00000L + second);
    }

    private static List<String> titles(List<Told> told) {
        return told.stream()
                .flatMap(one -> switch (one.command()) {
                    case CreateTask task -> Stream.of(task.title() + " at " + since(one));
                    case EditTask task ->
                        Stream.of(Objects.requireNonNull(task.edit().title()).value() + " at " + since(one));
                    default -> Stream.empty();
                })
                .toList();
    }

    private static String since(Told told) {
        var seconds = (told.at().toEpochMilli() - second(0).toEpochMilli()) / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }

    private static List<String> ofTasks(List<Told> told) {
        return told.stream()
                .map(one -> one.command().getClass())
                .filter(type -> type.getName().startsWith("io.taskledger.messages.task."))
                .map(Class::getSimpleName)
                .toList();
    }

    private static <T> List<T> commands(List<Told> told, Class<T> type) {
        return told.stream()
                .map(Told::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<Told> told(String json) throws Exception {
        var history = history(json);
        return history.told(new ImportedWorkspace(history.present(), "somebody"), true);
    }

    private static TrelloHistory history(String json) throws Exception {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return new TrelloHistory(TrelloFile.readWithActions(bytes), BERLIN);
    }

    private static byte[] orchard() throws Exception {
        try (var file = TrelloHistoryTest.class.getResourceAsStream("/trello/orchard.json")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
