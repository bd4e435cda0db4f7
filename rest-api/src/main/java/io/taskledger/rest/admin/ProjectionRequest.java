package io.taskledger.rest.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand;
import org.jspecify.annotations.Nullable;

/** The shapes of what clients send, for the OpenAPI document only: the controllers read it. */
final class ProjectionRequest {

    private ProjectionRequest() {}

    private static final String WHY = "Why it shall be made live whatever differs";

    @Schema(name = "RebuildOrder")
    record Order(
            @Schema(
                    defaultValue = "swap",
                    description = "What becomes of the new version once it is compared with the live one: made live if"
                            + " nothing differs, kept until somebody decides, or dropped")
            Afterwards afterwards,

            @Schema(nullable = true, maxLength = ProjectionCommand.REASON_LIMIT, description = WHY) @Nullable
            String regardless) {}

    @Schema(name = "SwapOrder")
    record Swap(
            @Schema(nullable = true, maxLength = ProjectionCommand.REASON_LIMIT, description = WHY) @Nullable
            String regardless) {}

    @Schema(name = "RowsOrder")
    record Rows(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Whose rows: an account's id for all that it owns, or a task's id")
            String of) {}

    @Schema(name = "SkipOrder")
    record Skip(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = ProjectionCommand.REASON_LIMIT,
                    description = "Why the event is left out of the projection for good")
            String reason) {}
}
