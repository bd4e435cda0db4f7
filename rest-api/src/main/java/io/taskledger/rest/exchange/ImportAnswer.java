package io.taskledger.rest.exchange;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.messages.ActionId;
import org.jspecify.annotations.Nullable;

/** What became of a file of another product. */
@Schema(name = "Import")
record ImportAnswer(
        @Schema(description = "All of it is undone under this id; null where nothing was done")
        @JsonProperty("action_id")
        @Nullable
        String actionId,

        @Schema(description = "The file's own name for the whole, maybe empty")
        String name,

        @Schema(description = "Where the tasks stand, or would stand") @JsonProperty("workspace_id")
        String workspaceId,

        @Schema(description = "How many the workspace gets") int lists,

        @Schema(description = "Tasks that were made, or would be")
        int created,

        @Schema(description = "Tasks of an earlier import, left as they are") @JsonProperty("already_there")
        int alreadyThere,

        @Schema(description = "In how many steps the past is told; 0 where it was not asked for")
        int steps,

        @JsonProperty("dry_run") boolean dryRun,

        @Schema(description = "What could not be kept, or only in another form; empty where all was")
        List<DroppedAnswer> dropped) {

    /** @param text the same for a person, such as "3 checklists" */
    @Schema(name = "Dropped")
    record DroppedAnswer(
            @Schema(description = "For a program, such as `checklists`")
            String kind,

            int count,

            @Schema(description = "The same for a person, in English")
            String text) {}

    static ImportAnswer of(ActionId action, Outcome outcome) {
        return new ImportAnswer(
                outcome.dryRun() ? null : action.text(),
                outcome.name(),
                outcome.workspace().text(),
                outcome.lists(),
                outcome.created(),
                outcome.alreadyThere(),
                outcome.steps(),
                outcome.dryRun(),
                dropped(outcome.dropped()));
    }

    private static List<DroppedAnswer> dropped(Dropped dropped) {
        return dropped.counts().entrySet().stream()
                .map(entry -> new DroppedAnswer(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getValue(),
                        entry.getKey().words(entry.getValue())))
                .toList();
    }
}
