package io.taskledger.rest.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand;
import org.jspecify.annotations.Nullable;

/** The shapes of what clients send, for the OpenAPI document only: the controllers read it. */
final class ProjectionRequest {

    private ProjectionRequest() {}

    @Schema(name = "RebuildOrder")
    record Order(
            @Schema(
                    defaultValue = "swap",
                    description = "What becomes of the new version once it is compared with the live one: made live if"
                            + " nothing differs, kept until somebody decides, or dropped")
            Afterwards afterwards,

            @Schema(
                    nullable = true,
                    maxLength = ProjectionCommand.REASON_LIMIT,
                    description = "Why it shall be made live whatever differs")
            @Nullable
            String regardless) {}

    @Schema(name = "SwapOrder")
    record Swap(
            @Schema(
                    nullable = true,
                    maxLength = ProjectionCommand.REASON_LIMIT,
                    description = "Why, although something differs")
            @Nullable
            String regardless) {}

    @Schema(name = "SkipOrder")
    record Skip(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = ProjectionCommand.REASON_LIMIT,
                    description = "Why the event is left out of the projection for good")
            String reason) {}
}
