package io.taskledger.rest.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** The query parameters by which activities are chosen, for the OpenAPI document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(in = ParameterIn.QUERY, name = "resource_type", schema = @Schema(type = "string"))
@Parameter(in = ParameterIn.QUERY, name = "action", schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "person",
        description = "Who did it: an account's id or username",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "start_date",
        description = "Date or instant, included",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "end_date",
        description = "Date or instant, included",
        schema = @Schema(type = "string"))
@interface FilterParameters {}
