package io.taskledger.rest.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.rest.Api;
import io.taskledger.rest.account.AccountAnswer.Message;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.security.erasure.AccountDeletion;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.WrongPassword;
import io.taskledger.security.token.AccessCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.ACCOUNT)
@Tag(name = "Account")
@RequestMapping(Api.BASE + "/users/me")
class OwnAccountController {

    private final Gateways gateways;
    private final PasswordChanges passwords;
    private final EmailVerification verification;
    private final Avatars avatars;
    private final AccountDeletion deletion;
    private final AccessCookie cookie;

    OwnAccountController(
            Gateways gateways,
            PasswordChanges passwords,
            EmailVerification verification,
            Avatars avatars,
            AccountDeletion deletion,
            AccessCookie cookie) {
        this.gateways = gateways;
        this.passwords = passwords;
        this.verification = verification;
        this.avatars = avatars;
        this.deletion = deletion;
        this.cookie = cookie;
    }

    @GetMapping
    @Operation(operationId = "own_account", summary = "Show one's own account")
    @ApiResponse(responseCode = "200", description = "The account", useReturnTypeSchema = true)
    ResponseEntity<AccountAnswer> me() {
        return Api.answer(HttpStatus.OK).body(own());
    }

    @PatchMapping
    @Operation(operationId = "edit_profile", summary = "Say how one wants to be called and shown times")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.Profile.class)))
    @ApiResponse(responseCode = "200", description = "The account after it", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOTHING_TO_UPDATE, ProblemType.INVALID_INPUT, ProblemType.UNAUTHORIZED_ACCESS})
    ResponseEntity<AccountAnswer> edit(JsonBody body) {
        var displayName = body.nullable("display_name", Kinds.TEXT);
        var zone = body.nullable("time_zone", Kinds.TEXT);
        var language = body.nullable("language", Kinds.TEXT);
        body.enforce();
        if (!displayName.sent() && !zone.sent() && !language.sent()) {
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        var edit = EditProfile.nothing(signedIn().userId());
        edit = displayName.sent() ? edit.displayName(displayName.orNull()) : edit;
        edit = zone.sent() ? edit.zone(zone.orNull()) : edit;
        edit = language.sent() ? edit.language(language.orNull()) : edit;
        var receipt = gateways.send(edit);
        return Api.after(HttpStatus.OK, receipt).body(own());
    }

    /** The password again, since who has the address can have a new one. */
    @PatchMapping("/email")
    @Within(Realm.PERSON)
    @Operation(operationId = "change_email", summary = "Get mail at another address, which is then to be verified")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AccountRequest.EmailChange.class)))
    @ApiResponse(responseCode = "200", description = "The account after it", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.WRONG_PASSWORD,
        ProblemType.DUPLICATE_USER,
        ProblemType.INVALID_INPUT,
        ProblemType.UNAUTHORIZED_ACCESS
    })
    ResponseEntity<AccountAnswer> changeEmail(JsonBody body) {
        var email = body.required("email", Kinds.TEXT);
        var current = body.required("current_password", Kinds.TEXT);
        body.enforce();

        var me = signedIn();
        var command = new ChangeEmail(me.userId(), email.value());
        proved(() -> passwords.confirm(me, current.value()));
        // Apart: the digest that is kept for an idempotency key would be one of the password.
        gateways.sendApart(command);
        verification.request(me.actor());
        return Api.answer(HttpStatus.OK).body(own());
    }

    @PatchMapping("/change-password")
    @Within(Realm.PERSON)
    @Operation(operationId = "change_password", summary = "Choose a new password; every other session ends")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AccountRequest.PasswordChange.class)))
    @ApiResponse(responseCode = "200", description = "The password is the new one", useReturnTypeSchema = true)
    @Refuses({ProblemType.WRONG_PASSWORD, ProblemType.INVALID_INPUT, ProblemType.UNAUTHORIZED_ACCESS})
    ResponseEntity<Message> changePassword(JsonBody body) {
        var current = body.required("current_password", Kinds.TEXT);
        var next = body.required("new_password", Kinds.TEXT);
        body.enforce();

        proved(() -> passwords.change(signedIn(), current.value(), next.value()));
        return Api.answer(HttpStatus.OK).body(new Message("Password changed successfully"));
    }

    @DeleteMapping
    @Within(Realm.PERSON)
    @Operation(
            operationId = "delete_account",
            summary = "Delete one's account",
            description = "Every session and token ends, the names are free again, and what is personal in all that was"
                    + " recorded cannot be read any more.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.Deletion.class)))
    @ApiResponse(responseCode = "204", description = "It is gone")
    @Refuses({
        ProblemType.WRONG_PASSWORD,
        ProblemType.INVALID_INPUT,
        ProblemType.UNAUTHORIZED_ACCESS,
        ProblemType.NOT_AS_THINGS_STAND
    })
    ResponseEntity<Void> delete(JsonBody body) {
        var current = body.required("current_password", Kinds.TEXT);
        body.enforce();

        proved(() -> deletion.delete(signedIn(), current.value()));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared().toString())
                .build();
    }

    private static void proved(Runnable work) {
        try {
            work.run();
        } catch (WrongPassword wrong) {
            throw new Refused(ProblemType.WRONG_PASSWORD, "Current password is incorrect");
        }
    }

    private AccountAnswer own() {
        return gateways.find(new FindOwnAccount(), AccountDetails.class)
                .map(account -> AccountAnswer.of(
                        account,
                        avatars.address(account.userId(), account.picture()).orElse(null)))
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
    }

    private static SignedIn signedIn() {
        return Acting.signedIn().orElseThrow();
    }
}
