package io.taskledger.rest.notification;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Via;
import io.taskledger.rest.Api;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.link.LinkRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** For whoever has the link, signed in or not. */
@RestController
@SecurityRequirements
@RequestMapping(Api.BASE)
class VerificationController {

    private final EmailVerification verification;
    private final URI publicUrl;

    VerificationController(EmailVerification verification, SecuritySettings settings) {
        this.verification = verification;
        this.publicUrl = settings.publicUrl();
    }

    @PostMapping("/notifications/verify")
    @Tag(name = "Notifications")
    @Operation(operationId = "verify_email", summary = "Verify an address by the token of a mailed link")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NotificationRequest.Verification.class)))
    @ApiResponse(responseCode = "200", description = "The address is verified", useReturnTypeSchema = true)
    @Refuses({ProblemType.LINK_REFUSED, ProblemType.INVALID_INPUT})
    ResponseEntity<Verified> verify(JsonBody body) {
        var token = body.required("token", Kinds.TEXT);
        body.enforce();

        return Api.answer(HttpStatus.OK).body(new Verified("Email verified successfully", verified(token.value())));
    }

    @PostMapping("/auth/verify-email")
    @Tag(name = "Sign-in")
    @Operation(operationId = "verify_email_address", summary = "The same, beside registration and sign-in")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NotificationRequest.Verification.class)))
    @ApiResponse(responseCode = "200", description = "The address is verified", useReturnTypeSchema = true)
    @Refuses({ProblemType.LINK_REFUSED, ProblemType.INVALID_INPUT})
    ResponseEntity<Verified> verifyAddress(JsonBody body) {
        return verify(body);
    }

    @GetMapping("/notifications/verify")
    @Tag(name = "Notifications")
    @Operation(operationId = "follow_verification", summary = "Verify an address by following a link")
    @Parameter(
            name = "token",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = "string"),
            example = "3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs")
    @ApiResponse(responseCode = "302", description = "To the sign-in page; the address is verified")
    @Refuses({ProblemType.LINK_REFUSED, ProblemType.INVALID_INPUT})
    ResponseEntity<Void> follow(QueryParameters query) {
        var token = query.optional("token", Kinds.TEXT);
        query.enforce();
        if (!token.sent()) {
            throw new InvalidInput(new InputProblem(List.of("query", "token"), "Field required", "missing"));
        }
        var page = UriComponentsBuilder.fromUri(publicUrl)
                .path("/login")
                .queryParam("emailVerified", true)
                .queryParam("username", "{username}")
                .encode()
                .buildAndExpand(verified(token.value()))
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
    }

    private String verified(String token) {
        try {
            return verification.verify(token, Via.REST);
        } catch (LinkRefused refused) {
            throw new Refused(
                    ProblemType.LINK_REFUSED,
                    refused.expired()
                            ? "Verification link has expired. Please request a new one."
                            : "Invalid or expired verification token");
        }
    }

    record Verified(String message, String username) {}
}
