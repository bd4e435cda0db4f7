package io.taskledger.rest.input;

import java.util.List;

/** What a client sent cannot be understood. Nothing was done. */
public final class InvalidInput extends RuntimeException {

    private final transient List<InputProblem> problems;

    public InvalidInput(List<InputProblem> problems) {
        // An answer, not a fault: no stack trace is taken.
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(InputProblem problem) {
        this(List.of(problem));
    }

    /** At least one, in the order in which they were met. */
    public List<InputProblem> problems() {
        return problems;
    }
}
