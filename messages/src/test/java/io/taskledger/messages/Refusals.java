package io.taskledger.messages;

import java.util.List;

/** What a refusal says, for tests. */
public final class Refusals {

    private Refusals() {}

    /** The problems that the fields are refused for; none where they are taken. */
    public static List<FieldProblem> problems(Runnable attempt) {
        try {
            attempt.run();
            return List.of();
        } catch (CommandRejected rejected) {
            return ((Rejection.Invalid) rejected.rejection()).problems();
        }
    }
}
