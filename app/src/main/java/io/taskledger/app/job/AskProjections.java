package io.taskledger.app.job;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Tells how projections stand, and what waits in their dead letters. */
@Component
public final class AskProjections implements JobKind {

    public static final String NAME = "projections-ask";

    /** Which projection; all of them where it is absent. */
    public static final String PROJECTION = "projection";

    /** Present where its dead letters are asked for. */
    public static final String DEAD_LETTERS = "dead-letters";

    private final ProjectionGateway projections;

    AskProjections(ProjectionGateway projections) {
        this.projections = projections;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var name = arguments.get(PROJECTION);
        if (name == null) {
            return ProjectionJson.text(projections.all());
        }
        var status = projections.one(ProjectionGateway.named(name));
        return ProjectionJson.text(
                arguments.containsKey(DEAD_LETTERS) ? projections.deadLetters(status.projection()) : List.of(status));
    }
}
