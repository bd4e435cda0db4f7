package io.taskledger.rest.input;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that is wrong with what a client sent.
 *
 * @param loc where: {@code body}, {@code query} or {@code header}, then field names and list indexes
 * @param msg for a person
 * @param type for a program, such as {@code string_too_short}
 */
public record InputProblem(
        @ArraySchema(
                arraySchema = @Schema(description = "Names of parts and fields, and indexes in lists"),
                schema = @Schema(types = {"string", "integer"}))
        List<Object> loc,

        String msg,
        String type) {
    public InputProblem {
        loc = List.copyOf(loc);
    }
}
