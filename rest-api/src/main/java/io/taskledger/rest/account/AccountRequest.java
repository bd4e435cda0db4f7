package io.taskledger.rest.account;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
            String password,

            @Nullable
            @Schema(
                    defaultValue = "false",
                    description = "Whether to be given a short access token and a refresh token to renew it with")
            Boolean refresh) {}

    record Refresh(
            @JsonProperty("refresh_token")
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The latest that one was given")
            String refreshToken) {}

    record Deletion(
            @JsonProperty("current_password") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String currentPassword) {}

    record NewToken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 100)
            String name,

            @ArraySchema(
                    minItems = 1,
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "tasks:read",
                                        "tasks:write",
                                        "account:read",
                                        "account:write",
                                        "admin"
                                    }))
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> scopes,

            @Nullable
            @JsonProperty("expires_at")
            @Schema(description = "Date or instant, at most 366 days from now; else in 90 days")
            String expiresAt) {}

    record ResetRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 100)
            String email) {}

    record Reset(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "From the link in the mail")
            String token,

            @JsonProperty("new_password")
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 8, maxLength = 100)
            String newPassword) {}

    record PasswordChange(
            @JsonProperty("current_password") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String currentPassword,

            @JsonProperty("new_password")
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 8, maxLength = 100)
            String newPassword) {}

    record EmailChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 100)
            String email,

            @JsonProperty("current_password") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String currentPassword) {}

    record Profile(
            @Nullable
            @JsonProperty("display_name")
            @Schema(minLength = 1, maxLength = 100, description = "null for none: the username is shown")
            String displayName,

            @Nullable
            @JsonProperty("time_zone")
            @Schema(description = "Of the tz database, such as Europe/Vienna; null for the browser's")
            String timeZone,

            @Nullable
            @Schema(
                    allowableValues = {"de", "en"},
                    description = "null for the browser's")
            String language) {}
}
