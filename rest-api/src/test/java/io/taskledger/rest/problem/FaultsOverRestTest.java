package io.taskledger.rest.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import io.taskledger.storage.StoreUnavailable;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FaultsOverRestTest extends RestServer {

    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new CommandRejected(new TaskRejection.NotFound(TASK)), 404, "Task Not Found"),
                arguments(new AggregateNotFoundException(TASK.text(), "not there"), 404, "Task Not Found"),
                arguments(new AggregateNotFoundException("user-x", "not there"), 404, "Not Found"),
                arguments(new ConcurrencyException("lost a race"), 409, "Conflict"),
                arguments(new AggregateStreamCreationException("twice"), 409, "Conflict"),
                arguments(new CommandExecutionException("late", new TimeoutException()), 503, "Service Unavailable"),
                arguments(new QueryTimeoutException("slow"), 503, "Service Unavailable"),
                arguments(new CannotCreateTransactionException("no database"), 503, "Service Unavailable"),
                arguments(StoreUnavailable.folder(new IOException("/srv/files")), 503, "Service Unavailable"),
                arguments(
                        StoreUnavailable.folder(new IOException("No space left on device")),
                        507,
                        "Insufficient Storage"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_can_be_foreseen_has_its_own_answer(RuntimeException fault, int status, String error) {
        house.has(PretendHouse.task("Water"));
        house.fault = fault;

        var answer = send("PATCH", "/api/v1/tasks/" + TASK, "{\"title\": \"a\"}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status < 503);
        assertThat(answer.text()).doesNotContain(String.valueOf(fault.getMessage()), "/srv/", "TASKLEDGER_");
    }

    @Test
    void a_full_disk_of_the_database_is_told_as_such() {
        house.fault = new DataAccessResourceFailureException("could not extend file", new FileSystemException("/srv"));

        var answer = send("DELETE", "/api/v1/tasks/" + TASK, "");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.text()).contains("no room left").doesNotContain("extend", "/srv");
    }

    @Test
    void what_is_unforeseen_tells_nothing_but_its_number() {
        house.fault = new IllegalStateException("jdbc:postgresql://secret");

        var answer = send("DELETE", "/api/v1/tasks/" + TASK, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unforeseen");
        assertThat(answer.json().path("request_id").asString()).isNotEmpty();
        assertThat(answer.text()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void what_the_database_cannot_do_just_now_may_be_asked_again() {
        // Which faults those are is the application's to say: here, this one.
        house.fault = new IllegalStateException(new UncheckedIOException(new IOException("lock timeout")));

        var answer = send("DELETE", "/api/v1/tasks/" + TASK, "");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.text()).doesNotContain("lock timeout");
    }
}
