package io.taskledger.rest.task;

import java.time.LocalTime;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskRejection.ReminderNotFound;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.problem.RejectionProblems;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When one wants to be reminded of a task. Each person has their own. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Reminders")
@RequestMapping(Api.BASE + "/tasks/{id}/reminders")
@Refuses(ProblemType.TASK_NOT_FOUND)
class ReminderController {

    private final Gateways gateways;
    private final TaskDesk desk;

    ReminderController(Gateways gateways, TaskDesk desk) {
        this.gateways = gateways;
        this.desk = desk;
    }

    @GetMapping
    @Operation(operationId = "list_reminders", summary = "List one's own reminders of a task, oldest first")
    @ApiResponse(responseCode = "200", description = "The reminders", useReturnTypeSchema = true)
    ResponseEntity<List<ReminderAnswer>> list(@PathVariable String id) {
        var task = desk.find(id).taskId();
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListReminders(task), TaskReminder.class).stream()
                        .map(ReminderAnswer::of)
                        .toList());
    }

    @PostMapping
    @Operation(operationId = "set_reminder", summary = "Be reminded of a task, in one's own time zone")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskRequest.Reminding.class)))
    @ApiResponse(responseCode = "201", description = "The reminder", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.NOT_AS_THINGS_STAND, ProblemType.PRECONDITION_FAILED})
    ResponseEntity<ReminderAnswer> set(@PathVariable String id, JsonBody body) {
        var reminder = reminder(body);
        var task = TaskDesk.known(id);
        var command = new SetReminder(task, ReminderId.next(task), reminder);
        var receipt = desk.send(command);
        return gateways.list(new ListReminders(task), TaskReminder.class, receipt).stream()
                .filter(one -> receipt.repeated()
                        ? one.reminder().equals(reminder)
                        : one.reminderId().equals(command.reminderId()))
                .reduce((earlier, later) -> later)
                .map(one -> Api.after(HttpStatus.CREATED, receipt).body(ReminderAnswer.of(one)))
                // They may have removed it just now, elsewhere.
                .orElseThrow(() -> new Refused(RejectionProblems.wordsFor(new ReminderNotFound(command.reminderId()))));
    }

    @DeleteMapping("/{reminder}")
    @Operation(operationId = "remove_reminder", summary = "Be reminded no more")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.PRECONDITION_FAILED})
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String reminder) {
        var task = TaskDesk.known(id);
        var known = ReminderId.parse(reminder)
                .filter(one -> one.taskId().equals(task))
                .orElseThrow(() -> {
                    desk.find(id); // that there is no such task comes first
                    return new Refused(ProblemType.NOT_FOUND, "Reminder with ID " + reminder + " not found");
                });
        return Api.nothing(desk.send(new RemoveReminder(task, known)));
    }

    private static Reminder reminder(JsonBody body) {
        var minutes = body.nullable("minutes_before", Kinds.NUMBER);
        var days = body.nullable("days_before", Kinds.NUMBER);
        var at = body.nullable("at", Kinds.TIME);
        body.enforce();
        Integer before = minutes.orNull();
        LocalTime time = at.orNull();
        if (before == null && time == null) {
            throw new InvalidInput(new InputProblem(
                    List.of("body", "minutes_before"), "Field required, or `at` with `days_before`", "missing"));
        }
        if (before != null && (time != null || days.orNull() != null)) {
            throw new InvalidInput(new InputProblem(
                    List.of("body", "minutes_before"), "Not together with `at` or `days_before`", "value_error"));
        }
        return before == null && time != null
                ? new Reminder.OnDay(days.or(0), time)
                : new Reminder.BeforeTime(minutes.value());
    }
}
