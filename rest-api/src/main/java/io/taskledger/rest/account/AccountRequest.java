package io.taskledger.rest.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The shapes of what clients send, for the OpenAPI document only: {@link AuthController} reads it. */
final class AccountRequest {

    private AccountRequest() {}

    record Registration(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 3, maxLength = 50)
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 100)
            String email,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 8,
                    maxLength = 100,
                    description = "Common passwords and one's own names are refused")
            String password) {}

    record SignIn(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Username or email, ignoring case")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String password) {}
}
