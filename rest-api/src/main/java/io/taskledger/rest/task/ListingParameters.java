package io.taskledger.rest.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** The query parameters of {@link TaskListing}, for the OpenAPI document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(in = ParameterIn.QUERY, name = "completed", schema = @Schema(type = "boolean"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "priority",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"low", "medium", "high"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "tags",
        description = "Comma list; a task must have all of them, spelled so",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "overdue",
        description =
                "True: open and due before now, a day without a time when it is over in the zone of one's profile;"
                        + " false: all the others",
        schema = @Schema(type = "boolean"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "search",
        description = "Words, each a part of title, description, a comment or a tag, ignoring case and accents",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "due_after",
        description = "Included",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "due_before",
        description = "Included",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "tags_any",
        description = "Comma list; a task must have at least one of them, spelled so",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "created_after",
        description = "Included",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "created_before",
        description = "Included",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "workspace_id",
        description = "Of all that one may see in this workspace, not of one's own tasks only",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "list_id",
        description = "Of all that one may see in this list",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "assignee",
        description = "A username or an account's id, `me` or `none`; of all that one may see",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "shared",
        description = "Whether it is shared with anybody",
        schema = @Schema(type = "boolean"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "sort_by",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"id", "title", "priority", "completed", "created_at", "due_date", "place"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "sort_order",
        description = "Only with sort_by",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"asc", "desc"},
                        defaultValue = "asc"))
@Parameter(in = ParameterIn.QUERY, name = "skip", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "limit",
        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "100"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "cursor",
        description =
                "Empty for the first run, then each answer's `next_cursor`: nothing comes twice and nothing is left out,"
                        + " whatever is created meanwhile. With the same filters and order; not with `skip`, nor of the past",
        schema = @Schema(type = "string"))
public @interface ListingParameters {}
