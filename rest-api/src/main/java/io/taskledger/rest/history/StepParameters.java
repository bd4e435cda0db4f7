package io.taskledger.rest.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** The query parameters of a replay, for the OpenAPI document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "Steps from this instant on; a day stands for its first moment",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "Steps up to this instant, included",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "after",
        description = "The position of the step that was told last; a stream takes `Last-Event-ID` too",
        schema = @Schema(type = "integer", minimum = "1"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "limit",
        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "speed",
        description =
                "Of a stream: how many times as fast as it happened, but no pause of more than 2 s; at once if not"
                        + " given",
        schema = @Schema(type = "integer", minimum = "1", maximum = "10000000"))
@interface StepParameters {}
