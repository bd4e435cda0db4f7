package io.taskledger.rest.activity;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.Place;
import io.taskledger.messages.activity.ActivityQuery.ReadOnActivity;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The log of what was done, as a file: all that the filter leaves of what the asker may read. */
@RestController
@Within(Realm.ACTIVITY)
@Tag(name = "Activity")
@RequestMapping(Api.BASE + "/activity/export")
class ActivityExportController {

    private static final int PAGE = 500;

    enum Format {
        CSV,
        JSON
    }

    private static final Kind<Format> FORMAT =
            Kinds.oneOf(new TreeMap<>(Map.of("csv", Format.CSV, "json", Format.JSON)));

    private final Gateways gateways;
    private final JsonMapper json;

    ActivityExportController(Gateways gateways, JsonMapper json) {
        this.gateways = gateways;
        this.json = json;
    }

    /** Where it breaks off, the connection does: a part of it is never taken for the whole. */
    @GetMapping
    @Operation(
            operationId = "export_activity",
            summary = "Take along what was done, by oneself and where one may look, as CSV or JSON",
            description = "Newest first, all that the filter leaves. CSV is that of RFC 4180, with a line of names, in"
                    + " UTF-8; a cell that a spreadsheet would take for a formula begins with an apostrophe.")
    @FilterParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"csv", "json"},
                            defaultValue = "json"))
    @ApiResponse(
            responseCode = "200",
            description = "The file, as it is read",
            content = {
                @Content(
                        mediaType = "application/json",
                        array = @ArraySchema(schema = @Schema(implementation = ActivityAnswer.class))),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @Refuses(ProblemType.INVALID_INPUT)
    void export(QueryParameters query, HttpServletResponse response) throws IOException {
        var filter = ActivityListing.filter(query);
        var format = query.optional("format", FORMAT);
        query.enforce();

        var chosen = format.or(Format.JSON);
        var all = new Run(filter);
        // Before anything is sent: what is refused, is refused with an answer.
        var first = all.hasNext();
        var extension = chosen == Format.CSV ? "csv" : "json";
        response.setContentType(chosen == Format.CSV ? "text/csv;charset=UTF-8;header=present" : "application/json");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taskledger-activity." + extension + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (chosen == Format.CSV) {
            ActivityCsv.write(all, response.getOutputStream(), json);
        } else {
            try (var list = json.writer().writeValuesAsArray(response.getOutputStream())) {
                while (first && all.hasNext()) {
                    list.write(ActivityAnswer.of(all.next()));
                }
            }
        }
    }

    /** All of them, page by page. */
    private final class Run implements Iterator<Activity> {

        private final ActivityFilter filter;
        private @Nullable Place last;
        private Iterator<Activity> page = List.<Activity>of().iterator();
        private boolean over;

        Run(ActivityFilter filter) {
            this.filter = filter;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !over) {
                var next = gateways.list(new ReadOnActivity(filter, last, PAGE), Activity.class);
                over = next.size() < PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public Activity next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var next = page.next();
            last = Place.of(next);
            return next;
        }
    }
}
