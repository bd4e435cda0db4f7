package io.taskledger.rest.problem;

import java.util.List;
import java.util.Locale;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.workspace.WorkspaceRejection;
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
            case Rejection.PastIsClosed(var at) -> notNow("Nothing can be told to have happened at " + at + " here");
            case TaskRejection task -> TaskProblems.wordsFor(task);
            case AccountRejection account -> AccountProblems.wordsFor(account);
            case WorkspaceRejection workspace -> WorkspaceProblems.wordsFor(workspace);
            case ProjectionRejection projection -> projection(projection);
            case HistoryRejection history -> HistoryProblems.wordsFor(history);
            default -> throw new IllegalArgumentException("no words for " + rejection);
        };
    }

    private static Problem projection(ProjectionRejection rejection) {
        return switch (rejection) {
            case ProjectionRejection.NotPermitted ignored ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "Only an admin of the instance may do this");
            case ProjectionRejection.NotFound(var projection) -> projectionNotFound(projection.name());
            case ProjectionRejection.NoSuchRebuild(var id) -> rebuildNotFound(id.text());
            case ProjectionRejection.NoSuchVersion(var projection, var version) ->
                Problem.of(
                        ProblemType.NOT_FOUND,
                        "Version " + version + " of projection " + projection.name() + " not found");
            case ProjectionRejection.NoSuchDeadLetter(var projection, var id) ->
                Problem.of(
                        ProblemType.NOT_FOUND,
                        "Dead letter " + id + " of projection " + projection.name() + " not found");
            case ProjectionRejection.NoSuchPart(var projection) ->
                Problem.of(ProblemType.NOT_FOUND, "Projection " + projection.name() + " has no such rows");
            case ProjectionRejection.AlreadyRebuilding(var projection, var id) ->
                notNow("Projection " + projection.name() + " is being rebuilt already: " + id);
            case ProjectionRejection.WrongState(var id, var state) ->
                notNow(id + " is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case ProjectionRejection.ReasonNeeded(var id, var differences) ->
                notNow("Of " + id + " " + differences
                        + " differences are unexplained: to swap all the same needs a reason");
            case ProjectionRejection.NothingToRollBackTo(var projection) ->
                notNow("Projection " + projection.name() + " has no version from before the live one");
            case ProjectionRejection.VersionInUse(var projection, var version) ->
                notNow("Version " + version + " of projection " + projection.name() + " is live or being rebuilt");
            case ProjectionRejection.LaggingBehind(var projection, var version) ->
                notNow("Version " + version + " of projection " + projection.name()
                        + " does not get to where the live one is; nothing was changed");
            case ProjectionRejection.StillFailing(var projection, var id, var cause) ->
                notNow("Dead letter " + id + " of projection " + projection.name() + " fails again: " + cause);
        };
    }

    public static Problem projectionNotFound(String name) {
        return Problem.of(ProblemType.NOT_FOUND, "Projection " + name + " not found");
    }

    public static Problem rebuildNotFound(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "Rebuild " + id + " not found");
    }

    private static Problem notNow(String detail) {
        return Problem.of(ProblemType.NOT_AS_THINGS_STAND, detail);
    }

    private static InputProblem input(FieldProblem problem) {
        var limit = problem.limit();
        var characters = limit == 1 ? " character" : " characters";
        return switch (problem.kind()) {
            case MISSING, TOO_SHORT ->
                limit == 0
                        ? at(problem, "missing", "At least one is needed")
                        : at(problem, "string_too_short", "String should have at least " + limit + characters);
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
            case UNKNOWN -> at(problem, "value_error", "Value is none of those that there are");
            case OUT_OF_RANGE -> at(problem, "value_error", outOfRange(problem));
            case TIME_WITHOUT_DATE -> at(problem, "value_error", "A time needs a due date");
            case TOO_COMMON -> at(problem, "value_error", "This password is too common: it would be guessed at once");
            case OWN_NAME -> at(problem, "value_error", "A password may not be made of one's own names");
        };
    }

    private static String outOfRange(FieldProblem problem) {
        return switch (problem.field()) {
            case "due_date" -> "The year should be from 1 to " + problem.limit();
            case "expires_at" -> "Input should be to come, within " + problem.limit() + " days";
            default -> "Value should be from 0 to " + problem.limit();
        };
    }

    private static InputProblem at(FieldProblem problem, String type, String message) {
        return new InputProblem(List.of("body", problem.field()), message, type);
    }
}
