package io.taskledger.rest.status;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.rest.Api;
import io.taskledger.rest.RestSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
@SecurityRequirements
@Tag(name = "Status")
class StatusController {

    private final Heartbeat heartbeat;
    private final RestSettings settings;

    StatusController(Heartbeat heartbeat, RestSettings settings) {
        this.heartbeat = heartbeat;
        this.settings = settings;
    }

    @GetMapping
    @Operation(operationId = "root", summary = "Say that this is the API")
    ResponseEntity<Greeting> root() {
        return Api.answer(HttpStatus.OK).body(new Greeting("Task Manager API", "running"));
    }

    /** The contract's root is a slash, so this one is none too many. */
    @Hidden
    @GetMapping("/")
    ResponseEntity<Greeting> rootAsTheContractWritesIt() {
        return root();
    }

    @GetMapping("/health")
    @Operation(
            operationId = "health",
            summary = "Tell whether the database answers",
            description = "Answers 200 also where it does not.")
    ResponseEntity<Health> health() {
        return Api.answer(HttpStatus.OK).body(new Health("ok", heartbeat.databaseAnswers() ? "healthy" : "unhealthy"));
    }

    @GetMapping("/version")
    @Operation(operationId = "version", summary = "Tell which release this is")
    ResponseEntity<Version> version() {
        return Api.answer(HttpStatus.OK).body(new Version(settings.version(), settings.environment()));
    }

    @Hidden
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> favicon() {
        return ResponseEntity.noContent().build();
    }

    record Greeting(String message, String status) {}

    record Health(String status, String database) {}

    record Version(String version, String environment) {}
}
