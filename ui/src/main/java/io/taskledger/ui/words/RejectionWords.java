package io.taskledger.ui.words;

import java.util.stream.Collectors;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.task.TaskRejection;

/** Words every refusal: a new kind of rejection does not compile until it has its sentence here. */
public record RejectionWords(Words words) {

    public String sentence(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Invalid invalid ->
                invalid.problems().stream().map(this::sentence).collect(Collectors.joining(" "));
            case TaskRejection task -> sentence(task);
            case AccountRejection account -> sentence(account);
            case ProjectionRejection projection -> sentence(projection);
            case LostRace _ -> words.say("rejection.lost-race");
            default -> words.say("rejection.unknown");
        };
    }

    public String sentence(TaskRejection rejection) {
        return switch (rejection) {
            case TaskRejection.NotFound _ -> words.say("rejection.task.not-found");
        };
    }

    public String sentence(AccountRejection rejection) {
        return switch (rejection) {
            case AccountRejection.UsernameTaken taken ->
                words.say("rejection.account.username-taken", taken.username());
            case AccountRejection.EmailTaken taken -> words.say("rejection.account.email-taken", taken.email());
        };
    }

    public String sentence(ProjectionRejection rejection) {
        return switch (rejection) {
            case ProjectionRejection.NotPermitted _ -> words.say("rejection.projection.not-permitted");
            case ProjectionRejection.NotFound _ -> words.say("rejection.projection.not-found");
            case ProjectionRejection.NoSuchRebuild _ -> words.say("rejection.projection.no-such-rebuild");
            case ProjectionRejection.AlreadyRebuilding _ -> words.say("rejection.projection.already-rebuilding");
            case ProjectionRejection.WrongState _ -> words.say("rejection.projection.wrong-state");
            case ProjectionRejection.ReasonNeeded needed ->
                words.say("rejection.projection.reason-needed", needed.differences());
            case ProjectionRejection.NothingToRollBackTo _ -> words.say("rejection.projection.nothing-before");
            case ProjectionRejection.NoSuchVersion missing ->
                words.say("rejection.projection.no-such-version", missing.version());
            case ProjectionRejection.VersionInUse used ->
                words.say("rejection.projection.version-in-use", used.version());
            case ProjectionRejection.LaggingBehind behind ->
                words.say("rejection.projection.lagging-behind", behind.version());
            case ProjectionRejection.NoSuchDeadLetter _ -> words.say("rejection.projection.no-such-letter");
            case ProjectionRejection.StillFailing failing ->
                words.say("rejection.projection.still-failing", failing.cause());
            case ProjectionRejection.NoSuchPart _ -> words.say("rejection.projection.no-such-part");
        };
    }

    public String sentence(FieldProblem problem) {
        return switch (problem.kind()) {
            case MISSING -> words.say("problem.missing");
            case TOO_SHORT -> words.say("problem.too-short", problem.limit());
            case TOO_LONG -> words.say("problem.too-long", problem.limit());
            case TOO_MANY -> words.say("problem.too-many", problem.limit());
            case UNSTORABLE -> words.say("problem.unstorable");
            case FORBIDDEN_CHARACTER -> words.say("problem.forbidden-character");
            case NOT_AN_EMAIL -> words.say("problem.not-an-email");
            case OUT_OF_RANGE -> words.say("problem.out-of-range", problem.limit());
            case TIME_WITHOUT_DATE -> words.say("problem.time-without-date");
            case TOO_COMMON -> words.say("problem.too-common");
            case OWN_NAME -> words.say("problem.own-name");
        };
    }
}
