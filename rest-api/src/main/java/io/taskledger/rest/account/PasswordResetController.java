package io.taskledger.rest.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountRules;
import io.taskledger.rest.Api;
import io.taskledger.rest.account.AccountAnswer.Message;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.security.password.PasswordChanges;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For who forgot the password. */
@RestController
@SecurityRequirements
@Tag(name = "Sign-in")
@RequestMapping(Api.BASE + "/auth/password-reset")
class PasswordResetController {

    private final PasswordChanges passwords;

    PasswordResetController(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    @PostMapping("/request")
    @Operation(
            operationId = "request_password_reset",
            summary = "Be mailed a link to choose a new password by",
            description = "The answer is the same whether there is an account of that address or not.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AccountRequest.ResetRequest.class)))
    @ApiResponse(responseCode = "200", description = "The mail is on its way, if any is", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<Message> request(JsonBody body) {
        var email = body.required("email", Kinds.TEXT);
        body.enforce();
        var rules = new FieldRules();
        AccountRules.email(rules, email.value());
        rules.enforce();

        passwords.requestReset(email.value());
        return Api.answer(HttpStatus.OK).body(new Message("If email exists, password reset sent"));
    }

    @PostMapping("/verify")
    @Operation(
            operationId = "reset_password",
            summary = "Choose a new password by the token of a mailed link",
            description = "Every session of the account ends. A refused password leaves the link good.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.Reset.class)))
    @ApiResponse(responseCode = "200", description = "The password is the new one", useReturnTypeSchema = true)
    @Refuses({ProblemType.LINK_REFUSED, ProblemType.INVALID_INPUT, ProblemType.UNAUTHORIZED_ACCESS})
    ResponseEntity<Message> verify(JsonBody body) {
        var token = body.required("token", Kinds.TEXT);
        var password = body.required("new_password", Kinds.TEXT);
        body.enforce();

        try {
            passwords.reset(token.value(), password.value(), Via.REST);
        } catch (LinkRefused refused) {
            throw new Refused(
                    ProblemType.LINK_REFUSED,
                    refused.expired()
                            ? "Password reset link has expired. Please request a new one."
                            : "Invalid or expired reset token");
        }
        return Api.answer(HttpStatus.OK)
                .body(new Message("Password updated successfully. You can now log in with your new password."));
    }
}
