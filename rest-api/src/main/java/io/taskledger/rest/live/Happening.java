package io.taskledger.rest.live;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked for again.
 *
 * @param id of the task or the workspace; null where there is no single one
 * @param position of the ledger, which an answer reflects that is asked for from now on
 */
@JsonPropertyOrder({"type", "id", "position"})
record Happening(
        @Schema(allowableValues = {TASK, WORKSPACE, NOTIFICATIONS, RESET})
        String type,

        @Nullable String id,
        long position) {

    static final String TASK = "task";
    static final String WORKSPACE = "workspace";
    static final String NOTIFICATIONS = "notifications";
    static final String RESET = "reset";

    /** Whatever the program knows: something may have happened that it is not told of one by one. */
    static Happening reset(long position) {
        return new Happening(RESET, null, position);
    }

    /**
     * How things stand, for a program that looks in now and then.
     *
     * @param events at most one, a reset
     * @param position of the ledger, to come back with
     */
    @JsonPropertyOrder({"events", "position"})
    record Look(List<Happening> events, long position) {}
}
