package io.taskledger.query.task;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that are decided for real, and where the tasks of a list stand once it is removed. */
class ShownListTest {

    private final TaskQueries queries = ReadSide.bean(TaskQueries.class);
    private final PlaceQueries places = ReadSide.bean(PlaceQueries.class);
    private final Actor ann = People.somebody();
    private final WorkspaceId garden = WorkspaceId.next();
    private final ListId first = ListId.firstOf(garden);
    private final ListId doing = ListId.next();
    private final ListId done = ListId.next();
    private final TaskId ferns = TaskId.next();
    private final TaskId moss = TaskId.next();

    @BeforeEach
    void a_list_with_a_task_is_removed() {
        var name = "u_" + ann.userId().text().substring(5).toLowerCase(Locale.ROOT);
        send(new RegisterUser(ann.userId(), name, name + "@example.org"));
        send(new CreateWorkspace(garden, "Garden"));
        send(new AddList(garden, doing, "Doing", doing.firstPlace()));
        send(new AddList(garden, done, "Done", done.firstPlace()));
        create(ferns, doing);
        create(moss, done);
        assertThat(in(doing)).containsExactly(ferns);
        send(new RemoveList(garden, doing));
    }

    @Test
    void a_removed_lists_tasks_stand_in_the_first_one() {
        assertThat(queries.handle(new FindTask(ferns), ann).orElseThrow().home().listId())
                .isEqualTo(first);
        assertThat(in(first)).containsExactly(ferns);
        assertThat(in(doing)).isEmpty();
    }

    @Test
    void other_lists_keep_theirs() {
        assertThat(in(done)).containsExactly(moss);
        assertThat(queries.handle(new FindTask(moss), ann).orElseThrow().home().listId())
                .isEqualTo(done);
    }

    @Test
    void another_task_can_be_put_beside_them() {
        assertThat(places.handle(new FindPlace(garden, first, moss, ferns, true), ann))
                .get()
                .extracting(TaskHome::place)
                .satisfies(place -> assertThat(place).isLessThan(Place.ofAge(ferns.text())));
    }

    private List<TaskId> in(ListId list) {
        return queries
                .handle(new ListTasks(TaskFilter.everything().list(list), TaskSort.by(TaskSort.Field.ID), 0, 100), ann)
                .items()
                .stream()
                .map(TaskDetails::taskId)
                .toList();
    }

    private void create(TaskId task, ListId list) {
        var home = new TaskHome(garden, list, Place.ofAge(task.text()));
        send(new CreateTask(task, home, "Water", null, Priority.MEDIUM, null, null, List.of(), false));
    }

    private void send(Object command) {
        var position = People.send(ann, command);
        var progress = ReadSide.bean(ProjectionProgress.class);
        for (var projection : List.of(Projection.TASKS, Projection.WORKSPACES)) {
            assertThat(progress.await(projection, position, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
