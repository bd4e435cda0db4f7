package io.taskledger.rest.exchange;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A form with a file of another product, for the OpenAPI document; {@link ImportController} reads it. */
@Schema(name = "ImportForm")
record ImportForm(
        @Schema(
                type = "string",
                format = "binary",
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The file, with its name: a table's workspace is called so")
        String file,

        @Schema(description = "Only tell what would be made; also as a query parameter, as are the others") @Nullable
        Boolean dry_run,

        @Schema(description = "Of a Trello board: tell its past as well, at its own times") @Nullable
        Boolean history,

        @Schema(description = "Make all of it once more, in a workspace of its own, where it was imported before")
        @Nullable
        Boolean again,

        @Schema(description = "IANA name of the zone for due dates that are instants; otherwise that of the profile")
        @Nullable
        String time_zone) {}
