package io.taskledger.rest.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.problem.Faults;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all addresses of tasks have in common: which task is meant, in which version, and how it is answered. */
@Component
public class TaskDesk {

    /** No event has it: nothing is in this version. */
    private static final long NO_VERSION = -1;

    private final Gateways gateways;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** @param request stands for that of the calling thread; so does the response */
    TaskDesk(Gateways gateways, HttpServletRequest request, HttpServletResponse response) {
        this.gateways = gateways;
        this.request = request;
        this.response = response;
    }

    /** An id that is none gets the answer of an unknown one. */
    public static TaskId known(String id) {
        return TaskId.parse(id).orElseThrow(() -> notFound(id));
    }

    public static Refused notFound(String id) {
        return new Refused(Problem.taskNotFound(id));
    }

    /** @throws Refused where there is none for who asks */
    public TaskDetails find(String id) {
        return gateways.find(new FindTask(known(id)), TaskDetails.class).orElseThrow(() -> notFound(id));
    }

    /**
     * As it was.
     *
     * @throws Refused where there is none for who asks, or was none then
     */
    public TaskDetails find(String id, PastMoment moment) {
        return gateways.find(new FindTaskAt(known(id), moment), TaskVersion.class)
                .map(TaskVersion::task)
                .orElseThrow(() -> notFound(id));
    }

    /** @throws Refused where there is none for who asks, or they may do less with it */
    public TaskDetails find(String id, TaskLevel least) {
        return require(find(id), least);
    }

    /** @throws Refused where who asks may do less with it */
    public static TaskDetails require(TaskDetails task, TaskLevel least) {
        if (!task.level().includes(least)) {
            throw new Refused(ProblemType.UNAUTHORIZED_ACCESS, "You do not have permission to access this task");
        }
        return task;
    }

    /**
     * Sends what is to become of a task, if it is in the version that the request demands.
     *
     * @throws Refused with the task as it is, where it is in another version
     */
    public Receipt send(TaskCommand command) {
        return send(command.taskId(), command);
    }

    /** The same of a command that does several things to it. */
    public Receipt send(TaskId id, Object command) {
        try {
            return gateways.send(command, precondition(id));
        } catch (RuntimeException failed) {
            throw inAnotherVersion(failed);
        }
    }

    /**
     * Of a request that carries out a plan, which goes by a version itself.
     *
     * @throws Refused with the task as it is, where the plan is for another version than the request demands
     */
    void requireVersion(TaskPlan plan) {
        if (demanded().filter(versions -> !versions.contains(plan.version())).isPresent()) {
            throw inAnotherVersion(new CommandRejected(new VersionMismatch(plan.taskId(), NO_VERSION, plan.version())));
        }
    }

    /** The task after a command. */
    public ResponseEntity<TaskAnswer> answer(HttpStatus status, TaskId id, Receipt receipt) {
        // Somebody else may have deleted it just now.
        var task = gateways.find(new FindTask(id), TaskDetails.class, receipt).orElseThrow(() -> notFound(id.text()));
        return single(Api.after(status, receipt), task);
    }

    public static ResponseEntity<TaskAnswer> single(ResponseEntity.BodyBuilder answer, TaskDetails task) {
        return answer.eTag("v" + task.version()).body(TaskAnswer.of(task));
    }

    /** What {@code If-Match} asks for (RFC 9110 §13.1.1): one of these versions, compared strongly. */
    private Map<String, ?> precondition(TaskId id) {
        return demanded()
                .map(versions -> Map.of(
                        MetadataKeys.EXPECTED_VERSION,
                        versions.size() == 1 ? versions.getFirst() : oneOf(versions, id)))
                .orElse(Map.of());
    }

    private Optional<List<Long>> demanded() {
        return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH))
                .map(String::strip)
                .filter(header -> !header.equals("*"))
                .map(header -> Arrays.stream(header.split(","))
                        .map(String::strip)
                        .filter(tag -> tag.matches("\"v\\d{1,18}\""))
                        .map(tag -> Long.valueOf(tag.substring(2, tag.length() - 1)))
                        .toList());
    }

    private Long oneOf(List<Long> versions, TaskId id) {
        return gateways.find(new FindTask(id), TaskDetails.class)
                .map(TaskDetails::version)
                .filter(versions::contains)
                .orElse(NO_VERSION);
    }

    /** Any other failure stays as it is. */
    private RuntimeException inAnotherVersion(RuntimeException failed) {
        if (!(failed instanceof CommandRejected rejected && rejected.rejection() instanceof VersionMismatch mismatch)) {
            return failed;
        }
        var problem = Faults.refusal(failed).orElseThrow(() -> failed);
        var task = gateways.find(new FindTask(mismatch.taskId()), TaskDetails.class);
        task.ifPresent(now -> response.setHeader(HttpHeaders.ETAG, "\"v" + now.version() + "\""));
        return new Refused(task.map(now -> problem.showing(TaskAnswer.of(now))).orElse(problem));
    }
}
