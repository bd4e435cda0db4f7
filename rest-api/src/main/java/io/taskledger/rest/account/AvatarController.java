package io.taskledger.rest.account;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountQuery.FindPicture;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.rest.Api;
import io.taskledger.rest.account.AccountAnswer.Avatar;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.upload.Downloads;
import io.taskledger.rest.upload.FileForm;
import io.taskledger.rest.upload.Uploads;
import io.taskledger.security.Acting;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.storage.FileStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people look like: their own to change, everybody's to see. */
@RestController
@Within(Realm.ACCOUNT)
@Tag(name = "Account")
@RequestMapping(Api.BASE + "/users")
class AvatarController {

    private final Gateways gateways;
    private final FileStore files;
    private final Avatars avatars;
    private final RateLimits limits;

    AvatarController(Gateways gateways, FileStore files, Avatars avatars, RateLimits limits) {
        this.gateways = gateways;
        this.files = files;
        this.avatars = avatars;
        this.limits = limits;
    }

    @PostMapping("/me/avatar")
    @Operation(operationId = "upload_avatar", summary = "Show a picture of oneself: PNG, JPEG or GIF, at most 2 MB")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = FileForm.class)))
    @ApiResponse(responseCode = "200", description = "Where it is", useReturnTypeSchema = true)
    @Refuses({ProblemType.FILE_REFUSED, ProblemType.INVALID_INPUT, ProblemType.RATE_LIMITED, ProblemType.STORE_FULL})
    ResponseEntity<Avatar> upload(HttpServletRequest request) {
        var upload = Uploads.of(request);
        limits.take(RateLimit.FILE_UPLOAD, me().text());
        var picture = Uploads.into(one -> files.keepPicture(one.content()), upload)
                .digest()
                .hex();
        var receipt = gateways.send(new SetPicture(me(), picture));
        return Api.after(HttpStatus.OK, receipt)
                .body(new Avatar(avatars.address(me(), picture).orElseThrow()));
    }

    @DeleteMapping("/me/avatar")
    @Operation(operationId = "remove_avatar", summary = "Show no picture of oneself any more")
    @ApiResponse(responseCode = "204", description = "There is none")
    ResponseEntity<Void> remove() {
        var receipt = gateways.send(new SetPicture(me(), null));
        return Api.nothing(receipt);
    }

    /** For everybody: an {@code img} element of another origin sends no credentials. */
    @GetMapping("/{id}/avatar.{extension}")
    @Operation(operationId = "show_avatar", summary = "Show somebody's picture; the extension says nothing")
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<InputStreamResource> show(
            @PathVariable String id,
            @PathVariable String extension,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
                    String known) {
        return UserId.parse(id)
                .flatMap(userId -> gateways.find(new FindPicture(userId), String.class))
                .flatMap(picture -> Downloads.ofPicture(files, picture, known))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "Avatar not found"));
    }

    private static UserId me() {
        return Acting.now().orElseThrow().userId();
    }
}
