package io.taskledger.rest.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import io.taskledger.security.link.EmailVerification;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.ACCOUNT)
@Tag(name = "Notifications")
@RequestMapping(Api.BASE + "/notifications")
class NotificationController {

    private final Gateways gateways;
    private final EmailVerification verification;

    NotificationController(Gateways gateways, EmailVerification verification) {
        this.gateways = gateways;
        this.verification = verification;
    }

    @GetMapping("/preferences")
    @Operation(operationId = "show_preferences", summary = "Show which mails one wants")
    @ApiResponse(responseCode = "200", description = "The preferences", useReturnTypeSchema = true)
    ResponseEntity<PreferencesAnswer> preferences() {
        return Api.answer(HttpStatus.OK).body(PreferencesAnswer.of(own()));
    }

    @PatchMapping("/preferences")
    @Operation(operationId = "change_preferences", summary = "Say which mails one wants, and when none")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NotificationRequest.Preferences.class)))
    @ApiResponse(responseCode = "200", description = "The preferences after it", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<PreferencesAnswer> change(JsonBody body) {
        var changes = new PreferencesBody(body);
        var before = own();
        var commands = changes.commands(before.userId(), before);
        var position = commands.stream()
                .mapToLong(command -> gateways.send(command).position())
                .max();
        var answer = Api.answer(HttpStatus.OK);
        position.ifPresent(reached -> answer.header(Gateways.POSITION, Long.toString(reached)));
        return answer.body(PreferencesAnswer.of(own()));
    }

    /** Everybody is subscribed already: what they want is in the preferences. */
    @PostMapping("/subscribe")
    @Operation(operationId = "subscribe", summary = "Be told by mail of what the preferences name")
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    ResponseEntity<Subscribed> subscribe() {
        return Api.answer(HttpStatus.OK)
                .body(new Subscribed(
                        "Successfully subscribed to notifications", account().email()));
    }

    @PostMapping("/send-verification")
    @Operation(operationId = "send_verification", summary = "Be mailed a link that verifies one's address")
    @ApiResponse(
            responseCode = "200",
            description = "The mail is on its way; an older link is no good any more",
            useReturnTypeSchema = true)
    ResponseEntity<VerificationSent> sendVerification() {
        var account = account();
        verification.request(Acting.now().orElseThrow());
        return Api.answer(HttpStatus.OK)
                .body(new VerificationSent("Verification email sent", account.email(), "24 hours"));
    }

    private OwnPreferences own() {
        return gateways.find(new FindOwnPreferences(), OwnPreferences.class)
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
    }

    private AccountDetails account() {
        return gateways.find(new FindOwnAccount(), AccountDetails.class)
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
    }

    record Subscribed(String message, String email) {}

    record VerificationSent(
            String message,
            String email,

            @com.fasterxml.jackson.annotation.JsonProperty("expires_in")
            String expiresIn) {}
}
