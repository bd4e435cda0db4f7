package io.taskledger.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import org.assertj.core.api.ListAssert;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is sent for a file, and how what is there already is left alone. */
class TaskImporterTest {

    private static final UserId ANN = UserId.next();
    private static final Instant NOW = Instant.parse("2019-04-24T06:20:00Z");

    /** Only that there is one is asked. */
    private static final TaskVersion SOME =
            new TaskVersion(null, "task.created", null, 0, NOW, NOW, null, ANN, "ann", Via.IMPORT, null);

    private static final String BOARD = """
            {"id": "5cc000000000000000000000", "name": "Orchard",
             "lists": [{"id": "5cc000000000000000000001", "name": "To do", "pos": 1},
                       {"id": "5cc000000000000000000002", "name": "Done", "pos": 2}],
             "cards": [{"id": "5cc000010000000000000003", "name": "New", "idList": "5cc000000000000000000002"}],
             "actions": [
               {"type": "updateCard", "date": "2019-04-24T06:30:00Z", "memberCreator": {"fullName": "Ruth"},
                "data": {"card": {"id": "5cc000010000000000000003", "name": "New"}, "old": {"name": "Old"}}},
               {"type": "updateCard", "date": "2019-04-24T06:19:59Z", "memberCreator": {"fullName": "Jonas"},
                "data": {"card": {"id": "5cc000010000000000000003"}, "old": {"idList": "5cc000000000000000000001"},
                         "listAfter": {"id": "5cc000000000000000000002"},
                         "listBefore": {"id": "5cc000000000000000000001"}}}]}""";

    private final List<CommandMessage<?>> sent = new ArrayList<>();
    private final Set<String> there = new HashSet<>();
    private @Nullable Rejection refused;
    private final ActionId action = ActionId.next();

    @Test
    void a_past_is_told_in_one_action_with_its_times_and_people() throws Exception {
        var outcome = imported(ImportFormat.TRELLO, BOARD, true, false);

        assertThat(outcome.created()).isOne();
        assertThat(sent)
                .extracting(command -> command.getMetaData().get(MetadataKeys.ACTION_ID))
                .containsOnly(action.text());
        payloads()
                .hasExactlyElementsOfTypes(
                        CreateWorkspace.class,
                        AddList.class,
                        RenameList.class,
                        MoveList.class,
                        CreateTask.class,
                        MoveTask.class,
                        EditTask.class);
        assertThat(told(MoveTask.class)).containsExactly("2019-04-24T06:19:59Z", "Jonas");
        assertThat(told(CreateTask.class)).containsExactly("2019-04-24T06:19:45Z", "null");
    }

    @Test
    void a_time_that_is_still_to_come_is_told_as_now() throws Exception {
        imported(ImportFormat.TRELLO, BOARD, true, false);

        assertThat(told(EditTask.class)).containsExactly(NOW.toString(), "Ruth");
    }

    @Test
    void what_nobody_knows_the_time_of_is_told_as_now() throws Exception {
        imported(ImportFormat.TRELLO, """
                {"id": "b", "name": "B", "lists": [{"id": "l"}], "cards": [{"id": "c", "idList": "l"}], "actions": []}""", true, false);

        assertThat(told(CreateTask.class)).containsExactly(NOW.toString(), "null");
    }

    @Test
    void of_what_is_there_already_the_past_stays_as_it_is() throws Exception {
        imported(ImportFormat.TRELLO, BOARD, true, false);
        sent.clear();
        refused = new PastIsClosed(NOW);

        var second = imported(ImportFormat.TRELLO, BOARD, true, false);

        assertThat(second).returns(0, Outcome::created).returns(1, Outcome::alreadyThere);
        assertThat(sent)
                .filteredOn(command -> command.getPayload() instanceof AddList)
                .singleElement()
                .satisfies(command -> assertThat(command.getMetaData()).doesNotContainKey(MetadataKeys.HAPPENED_AT));
    }

    @Test
    void another_refusal_ends_the_import() throws Exception {
        imported(ImportFormat.TRELLO, BOARD, true, false);
        refused = new Rejection.SubjectErased(SubjectId.of(ANN));

        assertThatThrownBy(() -> imported(ImportFormat.TRELLO, BOARD, true, false))
                .isInstanceOf(CommandRejected.class);
    }

    @Test
    void a_rehearsal_sends_nothing_and_counts_what_is_there() throws Exception {
        assertThat(imported(ImportFormat.TRELLO, BOARD, true, true))
                .returns(1, Outcome::created)
                .returns(0, Outcome::alreadyThere)
                .returns(7, Outcome::steps)
                .returns(true, Outcome::dryRun);
        assertThat(sent).isEmpty();

        imported(ImportFormat.TRELLO, BOARD, false, false);
        sent.clear();
        assertThat(imported(ImportFormat.TRELLO, BOARD, false, true))
                .returns(0, Outcome::created)
                .returns(1, Outcome::alreadyThere)
                .returns(0, Outcome::steps);
        assertThat(sent).isEmpty();
    }

    @Test
    void notes_of_a_template_become_comments_of_new_tasks_alone() throws Exception {
        var template = "TYPE,CONTENT\ntask,Press the cider\nnote,Two barrels\n";

        imported(ImportFormat.TODOIST, template, false, false);
        payloads()
                .filteredOn(AddComment.class::isInstance)
                .extracting(command -> ((AddComment) command).content())
                .containsExactly("Two barrels");
        assertThat(sent)
                .allSatisfy(command -> assertThat(command.getMetaData()).doesNotContainKey(MetadataKeys.HAPPENED_AT));

        sent.clear();
        assertThat(imported(ImportFormat.TODOIST, template, false, false).created())
                .isZero();
        payloads().filteredOn(AddComment.class::isInstance).isEmpty();
    }

    @Test
    void a_file_that_is_refused_sends_nothing() {
        for (var format : ImportFormat.values()) {
            assertThatThrownBy(() -> imported(format, "\"", false, false)).isInstanceOf(FileRefused.class);
        }
        assertThat(sent).isEmpty();
    }

    private ListAssert<Object> payloads() {
        return assertThat(sent.stream().<Object>map(CommandMessage::getPayload).toList());
    }

    private List<String> told(Class<?> command) {
        return sent.stream()
                .filter(one -> command.isInstance(one.getPayload()))
                .flatMap(one -> Stream.of(MetadataKeys.HAPPENED_AT, MetadataKeys.IMPORTED_ACTOR)
                        .map(key -> String.valueOf(one.getMetaData().get(key))))
                .toList();
    }

    private Outcome imported(ImportFormat format, String file, boolean history, boolean dryRun) throws Exception {
        InputStream bytes = new ByteArrayInputStream(file.getBytes(UTF_8));
        return FileImports.through(new TaskImporter(commands(), queries(), Clock.fixed(NOW, ZoneOffset.UTC)))
                .run(
                        format,
                        bytes,
                        new Reading("Orchard.csv", ZoneOffset.UTC, history),
                        new Wish(ANN, action, false, dryRun),
                        (_, _) -> {});
    }

    private CommandGateway commands() {
        var bus = SimpleCommandBus.builder().build();
        for (var type : List.of(
                CreateWorkspace.class,
                AddList.class,
                RenameList.class,
                MoveList.class,
                CreateTask.class,
                EditTask.class,
                MoveTask.class,
                AddComment.class)) {
            bus.subscribe(type.getName(), this::take);
        }
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private @Nullable Object take(CommandMessage<?> command) {
        sent.add(command);
        var stream = switch (command.getPayload()) {
            case CreateWorkspace workspace -> workspace.workspaceId().text();
            case CreateTask task -> task.taskId().text();
            case TaskCommand task
            when refused != null && there.contains(task.taskId().text()) -> throw new CommandRejected(refused);
            default -> null;
        };
        if (stream != null && !there.add(stream)) {
            throw new AggregateStreamCreationException("there already");
        }
        return null;
    }

    private QueryGateway queries() {
        var bus = SimpleQueryBus.builder().build();
        bus.<TaskVersion>subscribe(FindVersion.class.getName(), TaskVersion.class, query -> {
            var task = ((FindVersion) query.getPayload()).taskId().text();
            return there.contains(task) ? SOME : null;
        });
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }
}
