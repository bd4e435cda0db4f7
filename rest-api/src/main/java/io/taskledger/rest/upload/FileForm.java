package io.taskledger.rest.upload;

import io.swagger.v3.oas.annotations.media.Schema;

/** A form with a file in it, for the OpenAPI document; {@link Uploads} reads it. */
@Schema(name = "FileForm")
public record FileForm(
        @Schema(
                type = "string",
                format = "binary",
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The file, with its name")
        String file) {}
