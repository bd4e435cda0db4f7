package io.taskledger.rest.export;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.rest.Api;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Within(Realm.PERSON)
@Tag(name = "Account")
@RequestMapping(Api.BASE + "/users/me/export")
class ExportController {

    private static final String ZIP = "application/zip";

    private final List<ExportPart> parts;
    private final JsonMapper json;

    ExportController(List<ExportPart> parts, JsonMapper json) {
        this.parts = List.copyOf(parts);
        this.json = json;
    }

    /** Where it breaks off, the end of the archive is missing: a part of it is never taken for the whole. */
    @GetMapping
    @Operation(
            operationId = "export_account",
            summary = "Take along all that is one's own",
            description =
                    "A ZIP of JSON documents, in the forms in which this API tells the same things: profile,"
                            + " preferences, tasks with their comments, shares and reminders, the trash, what others share,"
                            + " workspaces, activity, sessions and tokens without what is secret; and the files of the tasks as they are.")
    @ApiResponse(
            responseCode = "200",
            description = "The archive, as it is read",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taskledger-export.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var archive = new ExportArchive(response.getOutputStream(), json);
        for (var part : parts) {
            part.writeTo(archive);
        }
        archive.finish();
    }
}
