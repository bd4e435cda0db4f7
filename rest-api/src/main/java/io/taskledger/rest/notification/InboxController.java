package io.taskledger.rest.notification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.FindNotification;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.notification.NotificationAnswer.Listed;
import io.taskledger.rest.notification.NotificationAnswer.Unread;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What concerns one, to be read. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Notifications")
@RequestMapping(Api.BASE + "/notifications")
class InboxController {

    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final Gateways gateways;

    InboxController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(operationId = "list_notifications", summary = "Tell what others did that concerns one, newest first")
    @ApiResponse(responseCode = "200", description = "The notifications", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "unread",
            description = "Whether those only that were not read",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "skip",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    ResponseEntity<Listed> list(QueryParameters query) {
        var unread = query.optional("unread", Kinds.FLAG);
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();
        var page = gateways.page(
                new ListNotifications(unread.or(false), skip.or(0), limit.or(USUAL_PAGE)), Notification.class);
        return Api.answer(HttpStatus.OK)
                .body(new Listed(
                        page.items().stream().map(NotificationAnswer::of).toList(),
                        page.total(),
                        page.number(),
                        page.pages()));
    }

    @GetMapping("/count")
    @Operation(operationId = "count_notifications", summary = "Count what one has not read")
    @ApiResponse(responseCode = "200", description = "How many", useReturnTypeSchema = true)
    ResponseEntity<Unread> count() {
        return Api.answer(HttpStatus.OK)
                .body(new Unread(gateways.find(new CountUnread(), Long.class).orElseThrow()));
    }

    @PostMapping("/{id}/read")
    @Operation(operationId = "read_notification", summary = "Say that one has read it")
    @ApiResponse(responseCode = "200", description = "It, read", useReturnTypeSchema = true)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<NotificationAnswer> read(@PathVariable String id) {
        var known = Optional.of(id)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(text -> gateways.find(new FindNotification(Long.parseLong(text)), Notification.class))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "Notification " + id + " not found"));
        var me = Acting.now().orElseThrow().userId();
        var receipt = gateways.send(new MarkNotificationRead(me, known.position()));
        return after(receipt)
                .body(NotificationAnswer.of(
                        gateways.find(new FindNotification(known.position()), Notification.class, receipt)
                                .orElse(known)));
    }

    @PostMapping("/read-all")
    @Operation(operationId = "read_notifications", summary = "Say that one has read all, or all up to one")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "up_to",
            description = "The last one's id; without it, the newest's that there is now",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @ApiResponse(responseCode = "200", description = "How many are left", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<Unread> readAll(QueryParameters query) {
        var wanted = query.optional("up_to", Kinds.TEXT).orNull();
        query.enforce();
        if (wanted != null && !NUMBER.matcher(wanted).matches()) {
            throw new InvalidInput(new InputProblem(
                    List.of("query", "up_to"), "Input should be a notification's id: a whole number", "int_parsing"));
        }
        var newest = gateways.page(new ListNotifications(false, 0, 1), Notification.class).items().stream()
                .mapToLong(Notification::position)
                .findFirst();
        if (newest.isEmpty()) {
            return Api.answer(HttpStatus.OK).body(new Unread(0));
        }
        // What comes later is never read before it is there.
        var upTo = wanted == null ? newest.getAsLong() : Math.min(newest.getAsLong(), Long.parseLong(wanted));
        var receipt = gateways.send(
                new MarkNotificationsRead(Acting.now().orElseThrow().userId(), upTo));
        return after(receipt)
                .body(new Unread(
                        gateways.find(new CountUnread(), Long.class, receipt).orElseThrow()));
    }

    private static ResponseEntity.BodyBuilder after(Receipt receipt) {
        var answer = Api.answer(HttpStatus.OK);
        return receipt.position() == 0 ? answer : answer.header(Gateways.POSITION, Long.toString(receipt.position()));
    }
}
