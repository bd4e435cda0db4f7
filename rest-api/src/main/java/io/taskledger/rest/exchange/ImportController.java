package io.taskledger.rest.exchange;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.FileRefused;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.FormFields;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.ReadersZone;
import io.taskledger.rest.upload.WholeForm;
import io.taskledger.security.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings files of other products in, as the screens and the command line do. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Imports")
@RequestMapping(Api.BASE + "/imports")
class ImportController {

    private final FileImports imports;
    private final Gateways gateways;
    private final ReadersZone profile;

    ImportController(FileImports imports, Gateways gateways, ReadersZone profile) {
        this.imports = imports;
        this.gateways = gateways;
        this.profile = profile;
    }

    @PostMapping("/{format}")
    @Operation(
            operationId = "import_file",
            summary = "Make tasks of another product's file, as one action that can be undone as one")
    @Parameter(
            in = ParameterIn.PATH,
            name = "format",
            description = "`trello` (a board, JSON), `csv` (a table with a header) or `todoist` (a project's template)",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"trello", "csv", "todoist"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "dry_run",
            description = "Only tell what would be made",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "history",
            description = "Of a Trello board: tell its past as well, at its own times",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "again",
            description = "Make all of it once more, in a workspace of its own, where it was imported before",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "time_zone",
            description = "IANA name of the zone for due dates that are instants; otherwise that of the profile",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = ImportForm.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What was made; with `dry_run`, what would be",
            useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.FILE_REFUSED, ProblemType.INVALID_INPUT})
    ResponseEntity<ImportAnswer> run(@PathVariable String format, QueryParameters query, HttpServletRequest request)
            throws IOException {
        var kind = named(format);
        try (var form = WholeForm.of(request, ImportFormat.MOST_BYTES)) {
            var asked = new Asked(new FormFields(form.fields()), query);
            var history = asked.flag("history");
            var again = asked.flag("again");
            var dryRun = asked.flag("dry_run");
            var zone = asked.option("time_zone", TimeKinds.ZONE);
            asked.enforce();
            var me = Acting.now().orElseThrow().userId();
            var reading = new Reading(
                    form.name(), zone.sent() ? zone.value() : profile.find(), history && kind.tellsOfThePast());
            var wish = new Wish(me, action(me, request), again, dryRun);
            var outcome = Acting.as(new Actor(me, Via.IMPORT), () -> outcome(kind, form, reading, wish));
            return Api.answer(HttpStatus.OK)
                    .header(Gateways.POSITION, Long.toString(gateways.head()))
                    .body(ImportAnswer.of(wish.action(), outcome));
        }
    }

    private Outcome outcome(ImportFormat kind, WholeForm form, Reading reading, Wish wish) throws IOException {
        try (var bytes = form.open()) {
            return imports.run(kind, bytes, reading, wish, (_, _) -> {});
        } catch (FileRefused refused) {
            throw new Refused(ProblemType.FILE_REFUSED, refused.sentence());
        }
    }

    /** Asked once more under the same key, it is the same action: what it had made is found and left. */
    private static ActionId action(UserId me, HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .map(key -> ActionId.derived(me.text() + "\n" + key))
                .orElseGet(ActionId::next);
    }

    private static ImportFormat named(String format) {
        return Stream.of(ImportFormat.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ProblemType.NOT_FOUND, "There is no format " + format + ": trello, csv or todoist"));
    }

    /** What is asked for, in the form or in the address. */
    private record Asked(FormFields form, QueryParameters query) {

        <T> Given<T> option(String name, Kind<T> kind) {
            var inForm = form.optional(name, kind);
            return inForm.sent() ? inForm : query.optional(name, kind);
        }

        boolean flag(String name) {
            return option(name, Kinds.FLAG).or(false);
        }

        void enforce() {
            form.enforce();
            query.enforce();
        }
    }
}
