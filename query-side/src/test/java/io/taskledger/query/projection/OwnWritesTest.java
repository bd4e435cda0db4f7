package io.taskledger.query.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindPicture;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.Databases;
import io.taskledger.query.People;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The projections run on another node here: how far they have got is in their tokens. */
class OwnWritesTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final HikariDataSource database = Databases.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private ProjectionProgress progress;
    private OwnWrites ownWrites;

    @BeforeEach
    void both_projections_are_at_5() {
        var versions = new Versions(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
        assertThat(new FirstVersions(jdbc, versions).of(Projection.TASKS).number())
                .isEqualTo(1);
        progress = new ProjectionProgress(
                elsewhere -> OptionalLong.empty(), new Tokens(jdbc), new LiveVersions(jdbc, versions));
        ownWrites = new OwnWrites(progress);
        assertThat(progress.reached(Projection.TASKS)).isZero();
        for (var projection : Projection.all()) {
            assertThat(progress.reached(projection.name())).isZero();
            reach(projection.name(), 5);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_reflected_already_is_answered_at_once() {
        wrote(ann, 5);

        assertThat(ask(ann)).succeedsWithin(AT_ONCE).isEqualTo("answer");
    }

    @Test
    void who_wrote_waits_until_it_is_reflected() throws Exception {
        wrote(ann, 7);
        var answer = ask(ann);
        reach(Projection.TASKS, 6);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.TASKS, 7);
        assertThat(answer).succeedsWithin(AT_ONCE).isEqualTo("answer");
        assertThat(progress.reached(Projection.TASKS)).isEqualTo(7);
    }

    @Test
    void after_a_while_what_is_there_is_the_answer() {
        wrote(ann, 7);
        var began = System.nanoTime();

        assertThat(ask(ann)).succeedsWithin(OwnWrites.PATIENCE.plusSeconds(5)).isEqualTo("answer");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(OwnWrites.PATIENCE);

        // Nobody else waits as long for a projection that stands still, until it moves.
        wrote(bob, 7);
        assertThat(ask(ann)).succeedsWithin(AT_ONCE);
        assertThat(ask(bob)).succeedsWithin(AT_ONCE);
        reach(Projection.TASKS, 6);
        var waiting = ask(bob);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(1, TimeUnit.SECONDS));
        reach(Projection.TASKS, 7);
        assertThat(waiting).succeedsWithin(AT_ONCE);
    }

    @Test
    void who_waits_for_tasks_and_for_workspaces_has_one_patience_for_both() {
        ownWrites.note(ann.userId().text(), new RenameWorkspace(WorkspaceId.next(), "Allotment"), 7);

        assertThat(ask(ann)).succeedsWithin(OwnWrites.PATIENCE.plusSeconds(4)).isEqualTo("answer");
    }

    @Test
    void nobody_waits_for_others() {
        wrote(ann, 7);

        assertThat(ask(bob)).succeedsWithin(AT_ONCE);
        assertThat(ask(Map.of(), new CountTasks(TaskFilter.everything()))).succeedsWithin(AT_ONCE);
    }

    @Test
    void who_asks_for_a_task_waits_for_what_anybody_wrote_to_it() {
        var task = TaskId.next();
        ownWrites.note(ann.userId().text(), new CompleteTask(task), 7);

        assertThat(ask(People.by(bob), new FindTask(TaskId.next()))).succeedsWithin(AT_ONCE);
        assertThat(ask(People.by(bob), new ListSharedWithMe())).succeedsWithin(AT_ONCE);
        var answer = ask(People.by(bob), new FindTask(task));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.TASKS, 7);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    @Test
    void who_asks_for_a_tasks_past_waits_for_what_anybody_wrote_to_it() {
        var task = TaskId.next();
        ownWrites.note(ann.userId().text(), new CompleteTask(task), 7);
        reach(Projection.TASKS, 7);

        assertThat(ask(People.by(bob), new ListVersions(TaskId.next(), 0, 1))).succeedsWithin(AT_ONCE);
        var answer = ask(People.by(bob), new ListVersions(task, 0, 1));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.HISTORY, 7);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    @Test
    void what_was_shared_a_moment_ago_is_among_what_is_shared_with_one() {
        ownWrites.note(ann.userId().text(), new ShareTask(TaskId.next(), "bob", Permission.VIEW), 7);

        var answer = ask(People.by(bob), new ListSharedWithMe());
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.TASKS, 7);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    @Test
    void who_was_taken_out_of_a_workspace_is_told_nothing_of_it_any_more() {
        ownWrites.note(ann.userId().text(), new RemoveMember(WorkspaceId.next(), bob.userId()), 7);

        var answer = ask(bob);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.TASKS, 7);
        reach(Projection.WORKSPACES, 7);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    @Test
    void a_picture_is_there_for_strangers_as_soon_as_its_person_is_told_where() {
        ownWrites.note(ann.userId().text(), new SetPicture(ann.userId(), "5a".repeat(32)), 7);

        var answer = ask(Map.of(), new FindPicture(ann.userId()));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.ACCOUNTS, 7);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    @Test
    void news_of_others_are_waited_for_a_moment_only() {
        wrote(ann, 7);
        var began = System.nanoTime();

        assertThat(ask(People.by(bob), new CountUnread()))
                .succeedsWithin(OwnWrites.PATIENCE_FOR_NEWS.plusSeconds(4))
                .isEqualTo("answer");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(OwnWrites.PATIENCE_FOR_NEWS);
        reach(Projection.ACTIVITY, 7);
        assertThat(ask(People.by(bob), new CountUnread())).succeedsWithin(AT_ONCE);
    }

    @Test
    void nobody_waits_for_another_projection() {
        wrote(ann, 7);

        assertThat(ask(People.by(ann), new FindOwnAccount())).succeedsWithin(AT_ONCE);
        ownWrites.note(bob.userId().text(), new GrantInstanceAdmin(bob.userId()), 7);
        assertThat(ask(bob)).succeedsWithin(AT_ONCE);
        assertThat(ask(People.by(bob), new FindOwnAccount()))
                .satisfies(answer -> assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)));
    }

    @Test
    void an_earlier_write_that_is_noted_later_does_not_shorten_the_wait() {
        wrote(ann, 7);
        wrote(ann, 4);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> ask(ann).get(200, TimeUnit.MILLISECONDS));
    }

    @Test
    void a_program_names_the_position_that_it_was_told_by_another_node() {
        var metaData = new HashMap<String, Object>(People.by(ann));
        metaData.put(MetadataKeys.AWAIT_POSITION, 6L);
        var answer = ask(metaData, new CountTasks(TaskFilter.everything()));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS));
        reach(Projection.TASKS, 6);
        assertThat(answer).succeedsWithin(AT_ONCE);
    }

    private void wrote(Actor actor, long position) {
        ownWrites.note(actor.userId().text(), new CompleteTask(TaskId.next()), position);
    }

    private CompletableFuture<Object> ask(Actor actor) {
        return ask(People.by(actor), new CountTasks(TaskFilter.everything()));
    }

    private CompletableFuture<Object> ask(Map<String, ?> metaData, Object query) {
        QueryMessage<Object, Long> message = new GenericQueryMessage<>(query, ResponseTypes.instanceOf(Long.class));
        return CompletableFuture.supplyAsync(() -> {
            var unitOfWork = DefaultUnitOfWork.startAndGet(message.andMetaData(metaData));
            try {
                return ownWrites.handle(unitOfWork, () -> "answer");
            } catch (Exception failed) {
                throw new AssertionError(failed);
            } finally {
                unitOfWork.rollback();
            }
        });
    }

    private void reach(String projection, long position) {
        jdbc.sql("update %s_v1.token set token = convert_to(:token, 'UTF8')".formatted(projection))
                .param("token", "{\"globalIndex\":" + position + "}")
                .update();
    }
}
