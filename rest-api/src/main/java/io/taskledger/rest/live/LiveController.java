package io.taskledger.rest.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.live.Happening.Look;
import io.taskledger.rest.live.LiveStream.Enough;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.stream.ServerSentEvents;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.LivingSessions;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What changes for the person who listens, as it changes. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Events")
@RequestMapping(Api.BASE)
class LiveController {

    private static final int LONGEST_SECONDS = 3_600;
    private static final int MOST_EVENTS = 100_000;

    private final Gateways gateways;
    private final QueryGateway queries;
    private final LivingSessions sessions;
    private final OpenStreams streams;
    private final JsonMapper json;

    LiveController(
            Gateways gateways, QueryGateway queries, LivingSessions sessions, OpenStreams streams, JsonMapper json) {
        this.gateways = gateways;
        this.queries = queries;
        this.sessions = sessions;
        this.streams = streams;
        this.json = json;
    }

    @GetMapping("/events")
    @Operation(
            operationId = "follow_events",
            summary = "Hear what changes, as it changes",
            description =
                    "With `Accept: text/event-stream` a stream of events named `task`, `workspace` and `notifications`:"
                            + " each tells what to ask for again, and its id is the ledger's position, which such an"
                            + " answer reflects. `reset` says that something may have been missed, so that all is to be"
                            + " asked for again: whoever comes back with `Last-Event-ID` is told so first. After 15"
                            + " silent seconds there is a comment. It ends with the session or the token, and when the"
                            + " node stops; a person has at most 8 at once. Without that header JSON, at once: whether"
                            + " anything happened since `after`.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "The ledger's position that one knows of: if it is another by now, a `reset` comes first",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "max_events",
            description = "After so many events a stream ends",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100000"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "timeout_seconds",
            description = "After so long a stream ends",
            schema = @Schema(type = "integer", minimum = "1", maximum = "3600", defaultValue = "3600"))
    @ApiResponse(
            responseCode = "200",
            description = "The events; as JSON at most a `reset`, and the position to come back with",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Look.class)),
                @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
            })
    @Refuses({ProblemType.INVALID_INPUT, ProblemType.RATE_LIMITED})
    @Nullable
    ResponseEntity<Look> follow(QueryParameters query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var after = query.optional("after", TimeKinds.POSITION);
        var events = query.optional("max_events", Kinds.between(1, MOST_EVENTS));
        var seconds = query.optional("timeout_seconds", Kinds.between(1, LONGEST_SECONDS));
        query.enforce();
        if (!ServerSentEvents.wantedBy(request)) {
            return look(after);
        }
        var reader = Acting.signedIn().orElseThrow();
        var enough = new Enough(events.or(Integer.MAX_VALUE), Duration.ofSeconds(seconds.or(LONGEST_SECONDS)));
        streams.enter(reader.userId());
        var started = false;
        try {
            begin(reader, after, enough, request, response);
            started = true;
        } finally {
            if (!started) {
                streams.leave(reader.userId());
            }
        }
        return null;
    }

    private ResponseEntity<Look> look(Given<Long> after) {
        var head = gateways.head();
        var events = isPast(after, head) ? List.of(Happening.reset(head)) : List.<Happening>of();
        return Api.answer(HttpStatus.OK).body(new Look(events, head));
    }

    private static boolean isPast(Given<Long> known, long head) {
        return known.sent() && known.value() != head;
    }

    /** On a thread of its own: the server's are few, and a listener stays for long. */
    private void begin(
            SignedIn reader, Given<Long> after, Enough enough, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var feed = LiveFeed.follow(queries);
        AsyncContext async;
        long head;
        boolean reset;
        ServerSentEvents out;
        try {
            head = gateways.head();
            // Of what was told last nobody knows whether all before it was.
            reset = request.getHeader(ServerSentEvents.LAST_ID) != null || isPast(after, head);
            out = ServerSentEvents.begin(response);
            async = request.startAsync();
            async.setTimeout(0);
        } catch (RuntimeException | IOException failed) {
            feed.close();
            throw failed;
        }
        var stream = new LiveStream(out, json, () -> isWelcome(reader), () -> streams.heartbeat(reader.userId()));
        Thread.ofVirtual().name("live").start(() -> {
            try (feed) {
                stream.tell(feed, head, reset, enough);
            } catch (IOException gone) {
                // Nobody listens any more.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                streams.leave(reader.userId());
                complete(async);
            }
        });
    }

    private boolean isWelcome(SignedIn reader) {
        return !streams.isStopping() && !sessions.hasEnded(reader.sessionId());
    }

    private static void complete(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException over) {
            // The server had noticed first that nobody listens any more.
        }
    }
}
