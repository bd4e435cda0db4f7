package io.taskledger.rest.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;
import org.springframework.http.ResponseEntity;

/** Reads as of when is asked, where it is not as of now. */
public record AskedMoment(Given<Instant> happened, Given<Instant> recorded, Given<Long> position) {

    /** Its query parameters, for the OpenAPI document. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "at",
            description = "As it was at this instant (a day stands for its first moment), by when things happened",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recorded_at",
            description = "As it was at this instant, by when the ledger recorded things; not together with `at`",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "position",
            description = "As it was at this position of the ledger, included; not together with an instant",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    public @interface MomentParameters {}

    /** What is unreadable is among the query's problems. */
    public static AskedMoment read(QueryParameters query) {
        return new AskedMoment(
                query.optional("at", TimeKinds.BEGINNING),
                query.optional("recorded_at", TimeKinds.BEGINNING),
                query.optional("position", TimeKinds.POSITION));
    }

    /**
     * Empty for now. To be asked once the query's problems were enforced.
     *
     * @throws InvalidInput where two are asked for
     */
    public Optional<PastMoment> moment() {
        if (recorded.sent() && happened.sent()) {
            throw notTogether("recorded_at", "at");
        }
        if (position.sent() && (happened.sent() || recorded.sent())) {
            throw notTogether("position", happened.sent() ? "at" : "recorded_at");
        }
        return Optional.<PastMoment>ofNullable(happened.map(PastMoment.Happened::new))
                .or(() -> Optional.ofNullable(recorded.map(PastMoment.Recorded::new)))
                .or(() -> Optional.ofNullable(position.map(PastMoment.Position::new)));
    }

    /**
     * How far the answer goes: asked before it, so that it promises no more than is there. Nothing is told of answers about
     * now, which are not about history.
     */
    public UnaryOperator<ResponseEntity.BodyBuilder> asOf(Gateways gateways) {
        return moment().<UnaryOperator<ResponseEntity.BodyBuilder>>map(then -> AsOfHeaders.then(then, gateways)::on)
                .orElse(UnaryOperator.identity());
    }

    /** The instant whose day is today; empty for now. */
    public Optional<Instant> instant(Gateways gateways) {
        return moment().map(then -> switch (then) {
            case PastMoment.Happened(var at) -> at;
            case PastMoment.Recorded(var at) -> at;
            case PastMoment.Position _ ->
                AsOfHeaders.then(then, gateways).asOf().at();
        });
    }

    private static InvalidInput notTogether(String one, String other) {
        return new InvalidInput(new InputProblem(List.of("query", one), "Not together with " + other, "value_error"));
    }
}
