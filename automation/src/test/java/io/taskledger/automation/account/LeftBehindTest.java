package io.taskledger.automation.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftBehindTest {

    private static final UserId ANN = UserId.next();

    private final House house = new House();
    private LeftBehind leftBehind;

    @BeforeEach
    void open() {
        var commands = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(house).subscribe(commands);
        var queries = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(house).subscribe(queries);
        leftBehind = new LeftBehind(
                DefaultCommandGateway.builder().commandBus(commands).build(),
                DefaultQueryGateway.builder().queryBus(queries).build());
    }

    @Test
    void tasks_and_trash_are_purged_however_many_and_then_there_is_nothing() {
        for (var number = 0; number < 250; number++) {
            (number % 3 == 0 ? house.trash : house.tasks).add(TaskId.next());
        }

        assertThat(leftBehind.purge(ANN)).isFalse();

        assertThat(house.tasks).isEmpty();
        assertThat(house.trash).isEmpty();
        assertThat(leftBehind.purge(ANN)).isTrue();
    }

    @Test
    void what_others_shared_is_given_back() {
        house.shared.add(TaskId.next());
        house.shared.add(TaskId.next());

        assertThat(leftBehind.purge(ANN)).isFalse();

        assertThat(house.shared).isEmpty();
        assertThat(leftBehind.purge(ANN)).isTrue();
    }

    @Test
    void what_may_not_be_purged_stays_and_is_not_tried_for_ever() {
        var stuck = TaskId.next();
        house.tasks.add(TaskId.next());
        house.tasks.add(stuck);
        house.stuck.add(stuck);

        assertThat(leftBehind.purge(ANN)).isFalse();

        assertThat(house.tasks).containsExactly(stuck);
        assertThat(house.trash).isEmpty();
    }

    /** Tasks of Ann's personal workspace, and her trash. */
    public static final class House {

        final Set<TaskId> tasks = new LinkedHashSet<>();
        final Set<TaskId> trash = new LinkedHashSet<>();
        final Set<TaskId> stuck = new LinkedHashSet<>();
        final Set<TaskId> shared = new LinkedHashSet<>();

        @CommandHandler
        void handle(LeaveTask command, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            assertThat(shared.remove(command.taskId())).isTrue();
        }

        @QueryHandler
        List<SharedTask> answer(ListSharedWithMe query, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            return shared.stream()
                    .map(id -> new SharedTask(task(id), Permission.EDIT, "bob"))
                    .toList();
        }

        @CommandHandler
        void handle(DeleteTask command, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            if (stuck.contains(command.taskId()) || !tasks.remove(command.taskId())) {
                throw new CommandRejected(new NotFound(command.taskId()));
            }
            trash.add(command.taskId());
        }

        @CommandHandler
        void handle(PurgeTask command, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            if (!trash.remove(command.taskId())) {
                throw new CommandRejected(new NotFound(command.taskId()));
            }
        }

        @QueryHandler
        Page<TaskDetails> answer(ListTasks query, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            assertThat(query.filter().workspace()).isEqualTo(WorkspaceId.personalOf(ANN));
            return page(tasks, query.limit());
        }

        @QueryHandler
        Page<TaskDetails> answer(ListTrash query, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
            assertThat(actor).isEqualTo(ANN.text());
            return page(trash, query.limit());
        }

        private static Page<TaskDetails> page(Set<TaskId> of, int limit) {
            var items = new ArrayList<TaskDetails>();
            of.stream().limit(limit).map(House::task).forEach(items::add);
            return new Page<>(items, of.size(), 0, limit);
        }

        private static TaskDetails task(TaskId id) {
            return new TaskDetails(
                    id, ANN, "Water", null, Priority.LOW, null, null, List.of(), null, Instant.EPOCH, Instant.EPOCH, 0);
        }
    }
}
