package io.taskledger.query.task;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskLiveUpdatesTest {

    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final Screen anns = new Screen(ann);
    private final Screen bobs = new Screen(bob);

    @AfterEach
    void close() {
        anns.close();
        bobs.close();
    }

    /** A screen and what it found when it asked again, at the moment it was told to. */
    record Told(TaskTouched touched, Optional<TaskDetails> found) {}

    @Test
    void an_open_screen_is_told_of_its_owners_tasks_when_the_row_is_there() throws InterruptedException {
        var ferns = TaskId.next();
        var created = People.send(ann, CreateTask.titled(ferns, "Water the ferns"));
        var told = anns.next();

        assertThat(told.touched()).isEqualTo(new TaskTouched(ferns, created));
        assertThat(told.found()).get().extracting(TaskDetails::version).isEqualTo(0L);

        var completed = People.send(ann, new CompleteTask(ferns));
        told = anns.next();
        assertThat(told.touched()).isEqualTo(new TaskTouched(ferns, completed));
        assertThat(told.found()).get().extracting(TaskDetails::completed).isEqualTo(true);
    }

    @Test
    void a_deleted_task_is_told_of_when_its_row_is_gone() throws InterruptedException {
        var ferns = TaskId.next();
        People.send(ann, CreateTask.titled(ferns, "Water the ferns"));
        anns.next();
        var deleted = People.send(ann, new DeleteTask(ferns));
        var told = anns.next();

        assertThat(told.touched()).isEqualTo(new TaskTouched(ferns, deleted));
        assertThat(told.found()).isEmpty();
    }

    @Test
    void nobody_is_told_of_anothers_tasks() throws InterruptedException {
        People.send(ann, CreateTask.titled(TaskId.next(), "Ann's"));
        var own = TaskId.next();
        People.send(bob, CreateTask.titled(own, "Bob's"));

        // All are told in one order: had Bob been told of Ann's, it would have come first.
        assertThat(bobs.next().touched().taskId()).isEqualTo(own);
        assertThat(bobs.left()).isEmpty();
    }

    @Test
    void every_open_screen_of_a_person_is_told() throws InterruptedException {
        var second = new Screen(ann);
        try {
            var ferns = TaskId.next();
            People.send(ann, CreateTask.titled(ferns, "Water the ferns"));

            assertThat(anns.next().touched().taskId()).isEqualTo(ferns);
            assertThat(second.next().touched().taskId()).isEqualTo(ferns);
        } finally {
            second.close();
        }
    }

    @Test
    void a_screen_that_was_closed_is_not_told() throws InterruptedException {
        var second = new Screen(ann);
        second.close();
        People.send(ann, CreateTask.titled(TaskId.next(), "Water the ferns"));
        anns.next();

        assertThat(second.left()).isEmpty();
    }

    @Test
    void the_members_of_a_team_are_told_of_its_tasks_and_when_one_leaves_it() throws InterruptedException {
        var team = WorkspaceId.next();
        var invitation = InvitationId.next();
        register(ann);
        register(bob);
        People.send(ann, new CreateWorkspace(team, "Garden"));
        People.send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.VIEWER));
        var joined = People.send(bob, new AcceptInvitation(team, invitation));
        ReadSide.bean(ProjectionProgress.class).await(Projection.WORKSPACES, joined, Duration.ofSeconds(10));
        var ferns = TaskId.next();
        People.send(ann, CreateTask.titled(ferns, "Water the ferns"));

        var moved = People.send(ann, new MoveTask(ferns, in(team, ferns)));
        var shown = bobs.next();
        // Of the first event of the move or of the last: both may come at once.
        assertThat(shown.touched().taskId()).isEqualTo(ferns);
        assertThat(shown.touched().position()).isLessThanOrEqualTo(moved);
        assertThat(shown.found()).isPresent();

        People.send(ann, new MoveTask(ferns, in(WorkspaceId.personalOf(ann.userId()), ferns)));
        var told = bobs.next();
        // What is told of the first move may come late, and be looked for when the task has left again.
        while (told.touched().position() <= moved) {
            told = bobs.next();
        }
        assertThat(told.touched().taskId()).isEqualTo(ferns);
        assertThat(told.found()).isEmpty();
    }

    private static void register(Actor actor) {
        People.send(actor, new RegisterUser(actor.userId(), name(actor), name(actor) + "@example.org"));
    }

    /** Unlike any other test's. */
    private static String name(Actor actor) {
        return "l_" + actor.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static TaskHome in(WorkspaceId workspace, TaskId task) {
        return new TaskHome(workspace, ListId.firstOf(workspace), Place.ofAge(task.text()));
    }

    private static final class Screen {
        private static final Duration LONGEST = Duration.ofSeconds(10);

        private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        private final Runnable close;

        Screen(Actor actor) {
            SubscriptionQueryMessage<WatchTasks, Optional<TaskDetails>, TaskTouched> query =
                    new GenericSubscriptionQueryMessage<>(
                            new WatchTasks(),
                            WatchTasks.class.getName(),
                            ResponseTypes.optionalInstanceOf(TaskDetails.class),
                            ResponseTypes.instanceOf(TaskTouched.class));
            var subscription = ReadSide.bean(QueryBus.class).subscriptionQuery(query.andMetaData(People.by(actor)));
            var queries = ReadSide.bean(TaskQueries.class);
            subscription.updates().subscribe(update -> {
                var touched = update.getPayload();
                told.add(new Told(touched, queries.handle(new FindTask(touched.taskId()), actor)));
            });
            close = subscription::cancel;
        }

        Told next() throws InterruptedException {
            var next = told.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("told within %s", LONGEST).isNotNull();
            return next;
        }

        List<Told> left() {
            return List.copyOf(told);
        }

        void close() {
            close.run();
        }
    }
}
