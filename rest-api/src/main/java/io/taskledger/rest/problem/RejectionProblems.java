package io.taskledger.rest.problem;

import java.util.List;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.rest.input.InputProblem;

/** Finds the words of REST for every reason for which a command is refused. */
public final class RejectionProblems {

    private RejectionProblems() {}

    public static Problem wordsFor(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid(var problems) ->
                Problem.invalid(problems.stream().map(RejectionProblems::input).toList());
            case Rejection.KeyUsedForAnother _ ->
                Problem.of(ProblemType.KEY_REUSED, "Another request was made under this Idempotency-Key");
            case Rejection.SubjectErased _ ->
                Problem.of(ProblemType.ERASED, "Whom this belongs to was erased; nothing more is written about them");
            case TaskRejection task -> task(task);
            case AccountRejection account -> account(account);
            default -> throw new IllegalArgumentException("no words for " + rejection);
        };
    }

    private static Problem task(TaskRejection rejection) {
        return switch (rejection) {
            case TaskRejection.NotFound(var id) -> Problem.taskNotFound(id.text());
        };
    }

    private static Problem account(AccountRejection rejection) {
        return switch (rejection) {
            case AccountRejection.UsernameTaken(var name) -> duplicate("Username", name, "username");
            case AccountRejection.EmailTaken(var email) -> duplicate("Email", email, "email");
        };
    }

    private static Problem duplicate(String what, String value, String field) {
        return Problem.of(ProblemType.DUPLICATE_USER, what + " '" + value + "' is already registered")
                .aboutField(field);
    }

    private static InputProblem input(FieldProblem problem) {
        var limit = problem.limit();
        var characters = limit == 1 ? " character" : " characters";
        return switch (problem.kind()) {
            case MISSING, TOO_SHORT ->
                at(problem, "string_too_short", "String should have at least " + limit + characters);
            case TOO_LONG -> at(problem, "string_too_long", "String should have at most " + limit + characters);
            case TOO_MANY -> at(problem, "too_long", "List should have at most " + limit + " items");
            case UNSTORABLE ->
                at(problem, "string_unicode", "Input should be a valid string, without NUL or half surrogates");
            case FORBIDDEN_CHARACTER ->
                at(
                        problem,
                        "string_pattern_mismatch",
                        "String should have only letters, digits, dots, dashes and underscores");
            case NOT_AN_EMAIL -> at(problem, "value_error", "Value is not a valid email address");
            case OUT_OF_RANGE -> at(problem, "value_error", "The year should be from 1 to " + limit);
            case TIME_WITHOUT_DATE -> at(problem, "value_error", "A time needs a due date");
            case TOO_COMMON -> at(problem, "value_error", "This password is too common: it would be guessed at once");
            case OWN_NAME -> at(problem, "value_error", "A password may not be made of one's own names");
        };
    }

    private static InputProblem at(FieldProblem problem, String type, String message) {
        return new InputProblem(List.of("body", problem.field()), message, type);
    }
}
