package io.taskledger.command.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.command.Deciding;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of the past, by whom and where: on a real ledger. */
class ToldPastTest {

    private static final Instant LONG_AGO = Instant.parse("2016-09-26T13:23:27.123456Z");
    private static final ActionId IMPORT = ActionId.next();
    private static final WorkspaceId ORCHARD = WorkspaceId.next();

    private static LedgerDatabase database;
    private static Deciding deciding;

    private final TaskId ferns = TaskId.next();

    @BeforeAll
    static void open() {
        database = LedgerDatabase.fresh();
        deciding = new Deciding(database);
    }

    @AfterAll
    static void close() {
        deciding.close();
        database.close();
    }

    @Test
    void events_of_an_import_have_the_times_that_it_tells_of() {
        assertTaken(told(create(), LONG_AGO, IMPORT));
        assertTaken(told(retitle("Ferns"), LONG_AGO, IMPORT));
        assertTaken(told(new AddComment(ferns, CommentId.next(ferns), "Dry."), LONG_AGO.plusSeconds(1), IMPORT));
        assertTaken(told(new DeleteTask(ferns), LONG_AGO.plusSeconds(2), IMPORT));
        assertTaken(told(new RestoreTask(ferns), LONG_AGO.plusSeconds(3), IMPORT));

        assertThat(times(ferns.text()))
                .containsExactly(
                        LONG_AGO,
                        LONG_AGO,
                        LONG_AGO,
                        LONG_AGO.plusSeconds(1),
                        LONG_AGO.plusSeconds(2),
                        LONG_AGO.plusSeconds(3));
    }

    @Test
    void what_is_already_told_is_not_gone_behind() {
        told(create(), LONG_AGO, IMPORT);

        var before = LONG_AGO.minusMillis(1);
        assertThat(refusal(told(retitle("Ferns"), before, IMPORT))).isEqualTo(new PastIsClosed(before));
        assertThat(times(ferns.text())).hasSize(2);
    }

    @Test
    void nothing_is_told_of_the_future() {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

        assertThat(refusal(told(create(), tomorrow, IMPORT))).isEqualTo(new PastIsClosed(tomorrow));
        assertThat(times(ferns.text())).isEmpty();
    }

    @Test
    void only_the_import_that_began_a_stream_tells_of_its_past() {
        told(create(), LONG_AGO, IMPORT);

        assertThat(refusal(told(retitle("Ferns"), LONG_AGO.plusSeconds(1), ActionId.next())))
                .isInstanceOf(PastIsClosed.class);
        assertThat(times(ferns.text())).hasSize(2);
    }

    @Test
    void the_past_of_what_people_made_is_closed() {
        deciding.send(create(), by(Via.REST, IMPORT));

        assertThat(refusal(told(retitle("Ferns"), Instant.now(), IMPORT))).isInstanceOf(PastIsClosed.class);
        assertThat(times(ferns.text())).hasSize(2);
    }

    @Test
    void once_somebody_has_worked_on_it_the_import_tells_no_more() {
        told(create(), LONG_AGO, IMPORT);
        assertTaken(deciding.send(new DeleteTask(ferns), by(Via.BROWSER, ActionId.next())));

        assertThat(refusal(told(retitle("Ferns"), Instant.now(), IMPORT))).isInstanceOf(PastIsClosed.class);
        assertThat(refusal(told(retitle("Ferns"), LONG_AGO.plusSeconds(1), IMPORT)))
                .isInstanceOf(PastIsClosed.class);
        assertThat(times(ferns.text())).hasSize(3);
    }

    @Test
    void nobody_but_an_import_tells_of_the_past() {
        var metaData = new HashMap<String, Object>(by(Via.REST, IMPORT));
        metaData.put(MetadataKeys.HAPPENED_AT, LONG_AGO.toString());

        assertThat(refusal(deciding.send(create(), metaData))).isEqualTo(new PastIsClosed(LONG_AGO));
        assertThat(times(ferns.text())).isEmpty();
    }

    @Test
    void a_workspace_and_its_lists_have_a_past_and_its_owner_s_account_hears_of_it_now() {
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        deciding.send(new RegisterUser(ANN, "ann", "ann@example.org"), by(Via.REST, ActionId.next()));

        assertTaken(told(new CreateWorkspace(ORCHARD, "Orchard"), LONG_AGO, IMPORT));
        assertTaken(told(list("Done"), LONG_AGO.plusSeconds(9), IMPORT));

        assertThat(times(ORCHARD.text())).containsExactly(LONG_AGO, LONG_AGO.plusSeconds(9));
        assertThat(times(ANN.text())).hasSizeGreaterThan(1).noneMatch(at -> at.isBefore(before));
        assertThat(refusal(told(list("Never"), LONG_AGO.plusSeconds(8), IMPORT)))
                .isInstanceOf(PastIsClosed.class);
        assertThat(refusal(told(list("Never"), LONG_AGO.plusSeconds(10), ActionId.next())))
                .isInstanceOf(PastIsClosed.class);
    }

    private static AddList list(String name) {
        return new AddList(ORCHARD, ListId.next(), name, Place.numbered(1));
    }

    private CreateTask create() {
        return new CreateTask(ferns, null, "Water them", null, Priority.HIGH, null, null, List.of(), true);
    }

    private EditTask retitle(String title) {
        return new EditTask(ferns, TaskEdit.nothing().title(title));
    }

    private CommandResultMessage<?> told(Object command, Instant at, ActionId action) {
        var metaData = new HashMap<String, Object>(by(Via.IMPORT, action));
        metaData.put(MetadataKeys.HAPPENED_AT, at.toString());
        return deciding.send(command, metaData);
    }

    private static Map<String, String> by(Via via, ActionId action) {
        return Map.of(
                MetadataKeys.ACTOR, ANN.text(),
                MetadataKeys.VIA, via.stored(),
                MetadataKeys.ACTION_ID, action.text());
    }

    private static void assertTaken(CommandResultMessage<?> result) {
        assertThat(result.optionalExceptionResult()).isEmpty();
    }

    private static Rejection refusal(CommandResultMessage<?> result) {
        return ((CommandRejected) result.exceptionResult()).rejection();
    }

    private List<Instant> times(String stream) {
        return database.jdbc()
                .sql("select happened_at from ledger.event where stream_id = :stream order by sequence_number")
                .param("stream", stream)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }
}
