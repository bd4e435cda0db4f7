package io.taskledger.rest.file;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindFile;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.TaskDesk;
import io.taskledger.rest.upload.Downloads;
import io.taskledger.rest.upload.FileForm;
import io.taskledger.rest.upload.Uploads;
import io.taskledger.security.Acting;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.storage.FileStore;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Files")
@RequestMapping(Api.BASE)
class FileController {

    private final Gateways gateways;
    private final TaskDesk desk;
    private final FileStore files;
    private final RateLimits limits;
    private final Clock clock;

    FileController(Gateways gateways, TaskDesk desk, FileStore files, RateLimits limits, Clock clock) {
        this.gateways = gateways;
        this.desk = desk;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /** Who may not add a file is told so before a byte of it is read. */
    @PostMapping("/tasks/{id}/files")
    @Operation(operationId = "upload_file", summary = "Attach a file to a task")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = FileForm.class)))
    @ApiResponse(responseCode = "201", description = "The file", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.FILE_REFUSED,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.TASK_NOT_FOUND,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.PRECONDITION_FAILED,
        ProblemType.INVALID_INPUT,
        ProblemType.RATE_LIMITED,
        ProblemType.STORE_FULL
    })
    ResponseEntity<FileAnswer> upload(@PathVariable String id, HttpServletRequest request) {
        var upload = Uploads.of(request);
        var task = desk.find(id, TaskLevel.EDIT).taskId();
        limits.take(RateLimit.FILE_UPLOAD, actor().text());
        var content = Uploads.into(files::keep, upload);
        var command = new AttachFile(
                task,
                FileId.next(task),
                content.name(),
                content.mediaType(),
                content.size(),
                content.digest().hex());
        var receipt = desk.send(command);
        return Api.after(HttpStatus.CREATED, receipt).body(FileAnswer.of(attached(command, receipt)));
    }

    @GetMapping("/tasks/{id}/files")
    @Operation(operationId = "list_files", summary = "List the files of a task, the oldest first")
    @ApiResponse(responseCode = "200", description = "The files", useReturnTypeSchema = true)
    @Refuses(ProblemType.TASK_NOT_FOUND)
    ResponseEntity<List<FileAnswer.Listed>> list(@PathVariable String id) {
        var task = desk.find(id).taskId();
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListFiles(task), TaskFile.class).stream()
                        .map(FileAnswer.Listed::of)
                        .toList());
    }

    @GetMapping("/files/{id}")
    @Operation(operationId = "download_file", summary = "Download a file")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "inline",
            description = "Show a picture in the browser's window. Other files are saved all the same.",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @ApiResponse(
            responseCode = "200",
            description = "Its content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID_INPUT})
    ResponseEntity<InputStreamResource> download(@PathVariable String id, QueryParameters query) {
        var inline = query.optional("inline", Kinds.FLAG);
        query.enforce();
        var file = gateways.find(new FindFile(known(id)), TaskFile.class).orElseThrow(() -> notFound(id));
        return Downloads.of(files, file.sha256(), file.name(), file.contentType(), inline.or(false))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "File not found in storage"));
    }

    @DeleteMapping("/files/{id}")
    @Operation(operationId = "delete_file", summary = "Remove a file from its task")
    @ApiResponse(responseCode = "204", description = "It is removed")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS, ProblemType.PRECONDITION_FAILED})
    ResponseEntity<Void> delete(@PathVariable String id) {
        var file = known(id);
        try {
            return Api.nothing(desk.send(new RemoveFile(file.taskId(), file)));
        } catch (CommandRejected rejected) {
            // Whoever may not know of the task is told of no file either.
            throw rejected.rejection() instanceof NotFound ? notFound(id) : rejected;
        }
    }

    private TaskFile attached(AttachFile command, Receipt receipt) {
        if (receipt.repeated()) {
            return madeBefore(command, receipt);
        }
        return gateways.find(new FindFile(command.fileId()), TaskFile.class, receipt)
                // It is in the ledger; only the read model is late. An error would make the client send it again.
                .orElseGet(() -> asAsked(command));
    }

    /** Its id was made up by the request that came first. */
    private TaskFile madeBefore(AttachFile command, Receipt receipt) {
        return gateways.list(new ListFiles(command.taskId()), TaskFile.class, receipt).stream()
                .filter(one -> one.attachedBy().equals(actor())
                        && one.name().equals(command.name())
                        && one.sha256().equals(command.sha256()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> notFound(command.fileId().text()));
    }

    private TaskFile asAsked(AttachFile command) {
        return new TaskFile(
                command.fileId(),
                actor(),
                command.name(),
                command.contentType(),
                command.size(),
                command.sha256(),
                clock.instant());
    }

    private static UserId actor() {
        return Acting.now().orElseThrow().userId();
    }

    private static FileId known(String id) {
        return FileId.parse(id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(String id) {
        return new Refused(ProblemType.NOT_FOUND, "File with ID " + id + " not found");
    }
}
