package io.taskledger.rest.task;

import java.time.Clock;
import java.time.LocalDate;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.task.TaskAnswer.TaskPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/tasks")
class TaskController {

    private final Gateways gateways;
    private final Clock clock;

    TaskController(Gateways gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<TaskAnswer> create(JsonBody body) {
        var command = TaskBodies.newTask(TaskId.next(), body);
        var receipt = gateways.send(command);
        return written(HttpStatus.CREATED, command.taskId(), receipt);
    }

    @GetMapping
    ResponseEntity<TaskPage> list(QueryParameters query) {
        var listing = TaskListing.read(query, LocalDate.now(clock));
        return Api.answer(HttpStatus.OK).body(TaskPage.of(gateways.page(listing, TaskDetails.class)));
    }

    @GetMapping("/{id}")
    ResponseEntity<TaskAnswer> show(@PathVariable String id) {
        var task = gateways.find(new FindTask(known(id)), TaskDetails.class).orElseThrow(() -> notFound(id));
        return single(Api.answer(HttpStatus.OK), task);
    }

    @PatchMapping("/{id}")
    ResponseEntity<TaskAnswer> edit(@PathVariable String id, JsonBody body) {
        var edit = TaskBodies.edit(body);
        var taskId = known(id);
        if (edit.touchesNothing()) {
            // That there is no such task comes first.
            throw gateways.find(new FindTask(taskId), TaskDetails.class).isEmpty()
                    ? notFound(id)
                    : new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        return written(HttpStatus.OK, taskId, gateways.send(new EditTask(taskId, edit)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        var receipt = gateways.send(new DeleteTask(known(id)));
        return ResponseEntity.noContent()
                .header(Gateways.POSITION, Long.toString(receipt.position()))
                .build();
    }

    /** The task as it is after a write. */
    private ResponseEntity<TaskAnswer> written(HttpStatus status, TaskId id, Receipt receipt) {
        var task = gateways.find(new FindTask(id), TaskDetails.class, receipt)
                .orElseThrow(() -> notFound(id.text())); // deleted by somebody else just now
        return single(Api.answer(status).header(Gateways.POSITION, Long.toString(receipt.position())), task);
    }

    private static ResponseEntity<TaskAnswer> single(ResponseEntity.BodyBuilder answer, TaskDetails task) {
        return answer.eTag("v" + task.version()).body(TaskAnswer.of(task));
    }

    /** An id that is none gets the answer of an unknown one. */
    private static TaskId known(String id) {
        return TaskId.parse(id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(String id) {
        return new Refused(Problem.taskNotFound(id));
    }
}
