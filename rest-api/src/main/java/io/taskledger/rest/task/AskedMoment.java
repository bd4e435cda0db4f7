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
record AskedMoment(Given<Instant> happened, Given<Instant> recorded) {

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
    @interface MomentParameters {}

    /** What is unreadable is among the query's problems. */
    static AskedMoment read(QueryParameters query) {
        return new AskedMoment(
                query.optional("at", TimeKinds.BEGINNING), query.optional("recorded_at", TimeKinds.BEGINNING));
    }

    /**
     * Empty for now. To be asked once the query's problems were enforced.
     *
     * @throws InvalidInput where two are asked for
     */
    Optional<PastMoment> moment() {
        if (happened.sent() && recorded.sent()) {
            throw new InvalidInput(
                    new InputProblem(List.of("query", "recorded_at"), "Not together with at", "value_error"));
        }
        return Optional.<PastMoment>ofNullable(happened.map(PastMoment.Happened::new))
                .or(() -> Optional.ofNullable(recorded.map(PastMoment.Recorded::new)));
    }

    /**
     * How far the answer goes: asked before it, so that it promises no more than is there. Nothing is told of answers about
     * now, which are not about history.
     */
    UnaryOperator<ResponseEntity.BodyBuilder> asOf(Gateways gateways) {
        return moment().<UnaryOperator<ResponseEntity.BodyBuilder>>map(then -> AsOfHeaders.then(then, gateways)::on)
                .orElse(UnaryOperator.identity());
    }

    /** The instant whose day is today; empty for now. */
    Optional<Instant> instant() {
        return Optional.ofNullable(happened.orNull()).or(() -> Optional.ofNullable(recorded.orNull()));
    }
}
