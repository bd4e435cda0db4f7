package io.taskledger.rest.workspace;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Within(Realm.TASKS)
@Tag(name = "Invitations")
@Refuses({ProblemType.NOT_FOUND, ProblemType.UNAUTHORIZED_ACCESS})
@RequestMapping(Api.BASE + "/workspaces/{id}/invitations")
class InvitationController {

    private final Gateways gateways;
    private final Spaces spaces;
    private final Clock clock;

    InvitationController(Gateways gateways, Spaces spaces, Clock clock) {
        this.gateways = gateways;
        this.spaces = spaces;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "list_invitations", summary = "List a workspace's open invitations; for its admins")
    @ApiResponse(responseCode = "200", description = "All of them, oldest first", useReturnTypeSchema = true)
    ResponseEntity<List<WorkspaceAnswer.Invitation>> list(@PathVariable String id) {
        var workspace = spaces.require(id);
        if (workspace.summary().role() != WorkspaceRole.ADMIN) {
            throw new Refused(ProblemType.UNAUTHORIZED_ACCESS, "This needs the role admin");
        }
        return Api.answer(HttpStatus.OK)
                .body(workspace.invitations().stream()
                        .map(WorkspaceAnswer.Invitation::of)
                        .toList());
    }

    @PostMapping
    @Operation(operationId = "invite", summary = "Invite an account, or whoever has an address; for admins")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WorkspaceRequest.Invitation.class)))
    @ApiResponse(responseCode = "201", description = "The invitation", useReturnTypeSchema = true)
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.TOO_LARGE, ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT})
    ResponseEntity<WorkspaceAnswer.Invitation> invite(@PathVariable String id, JsonBody body) {
        var username = body.optional("username", Kinds.TEXT);
        var email = body.optional("email", Kinds.TEXT);
        var role = body.optional("role", Spaces.ROLE).or(WorkspaceRole.VIEWER);
        body.enforce();
        if (username.sent() == email.sent()) {
            throw Spaces.invalid("username", "Input should name either a username or an email");
        }
        var workspaceId = Spaces.workspace(id);
        var invitation = InvitationId.next();
        MemberCommand command = username.sent()
                ? new InviteUser(workspaceId, invitation, username.value(), role)
                : new InviteByMail(workspaceId, invitation, email.value(), role);
        var receipt = gateways.send(command);
        return spaces.after(receipt, workspaceId).stream()
                .flatMap(workspace -> workspace.invitations().stream())
                // Done before under the same key, it has another id: there is one open invitation of each person.
                .filter(one -> receipt.repeated()
                        ? isOf(one, username.or(email.or("")))
                        : one.invitationId().equals(invitation))
                .findFirst()
                .map(one -> Api.after(HttpStatus.CREATED, receipt).body(WorkspaceAnswer.Invitation.of(one)))
                // It is in the ledger: the read model is late, or it was answered just now.
                .orElseGet(() -> Api.after(HttpStatus.CREATED, receipt)
                        .header(Gateways.STALE, "true")
                        .body(asAsked(workspaceId, invitation, username.orNull(), email.orNull(), role)));
    }

    @DeleteMapping("/{invitation}")
    @Operation(operationId = "withdraw_invitation", summary = "Withdraw an invitation; for admins")
    @ApiResponse(responseCode = "204", description = "It is withdrawn")
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT})
    ResponseEntity<Void> withdraw(@PathVariable String id, @PathVariable String invitation) {
        return Api.nothing(gateways.send(new WithdrawInvitation(Spaces.workspace(id), Spaces.invitation(invitation))));
    }

    @PostMapping("/{invitation}/accept")
    @Operation(operationId = "accept_invitation", summary = "Join the workspace that one was invited to")
    @ApiResponse(responseCode = "200", description = "The workspace", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT})
    ResponseEntity<WorkspaceAnswer.Whole> accept(@PathVariable String id, @PathVariable String invitation) {
        var workspaceId = Spaces.workspace(id);
        var receipt = answered(new AcceptInvitation(workspaceId, Spaces.invitation(invitation)), invitation);
        return spaces.after(receipt, workspaceId)
                .map(workspace -> Api.after(HttpStatus.OK, receipt)
                        .eTag("v" + workspace.version())
                        .body(WorkspaceAnswer.Whole.of(workspace)))
                .orElseThrow(() -> Spaces.notFound("Workspace", id)); // removed from it just now
    }

    @PostMapping("/{invitation}/decline")
    @Operation(operationId = "decline_invitation", summary = "Decline an invitation")
    @ApiResponse(responseCode = "204", description = "It is declined")
    @Refuses({ProblemType.NOT_AS_THINGS_STAND, ProblemType.CONFLICT})
    ResponseEntity<Void> decline(@PathVariable String id, @PathVariable String invitation) {
        var command = new DeclineInvitation(Spaces.workspace(id), Spaces.invitation(invitation));
        return Api.nothing(answered(command, invitation));
    }

    /** Who is no member is not told either whether there is such a workspace. */
    private Receipt answered(MemberCommand command, String invitation) {
        try {
            return gateways.send(command);
        } catch (CommandRejected rejected) {
            throw rejected.rejection() instanceof WorkspaceNotFound
                    ? Spaces.notFound("Invitation", invitation)
                    : rejected;
        }
    }

    private WorkspaceAnswer.Invitation asAsked(
            WorkspaceId workspace,
            InvitationId invitation,
            @Nullable String username,
            @Nullable String email,
            WorkspaceRole role) {
        return WorkspaceAnswer.Invitation.of(
                new OpenInvitation(invitation, workspace, null, null, username, email, role, clock.instant()));
    }

    private static boolean isOf(OpenInvitation invitation, String name) {
        return name.equalsIgnoreCase(invitation.username()) || name.equalsIgnoreCase(invitation.email());
    }
}
