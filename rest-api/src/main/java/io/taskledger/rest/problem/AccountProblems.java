package io.taskledger.rest.problem;

import io.taskledger.messages.account.AccountRejection;

/** Words for why an account's command is refused. */
final class AccountProblems {

    private AccountProblems() {}

    static Problem wordsFor(AccountRejection rejection) {
        return switch (rejection) {
            case AccountRejection.UsernameTaken(var name) -> duplicate("Username", name, "username");
            case AccountRejection.EmailTaken(var email) -> duplicate("Email", email, "email");
            case AccountRejection.UserNotFound(var name) ->
                Problem.of(ProblemType.NOT_FOUND, "User '" + name + "' not found");
            case AccountRejection.NoSuchAccount(var id) ->
                Problem.of(ProblemType.NOT_FOUND, "User with ID " + id + " not found");
            case AccountRejection.OwnAccountOnly _ ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "This account is somebody else's");
            case AccountRejection.GrantedByOperators _ ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "Only who runs the instance grants this");
            case AccountRejection.DemoStays _ ->
                Problem.of(ProblemType.UNAUTHORIZED_ACCESS, "The demo account is everybody's: it stays as it is");
            case AccountRejection.LastAdminOf(var workspaces) ->
                Problem.of(
                        ProblemType.NOT_AS_THINGS_STAND,
                        "The last admin of: " + String.join(", ", workspaces)
                                + ". Make somebody else an admin there first");
        };
    }

    private static Problem duplicate(String what, String value, String field) {
        return Problem.of(ProblemType.DUPLICATE_USER, what + " '" + value + "' is already registered")
                .aboutField(field);
    }
}
