package io.taskledger.messages.account;

import java.util.List;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;

/** Why an account's command was refused. */
public sealed interface AccountRejection extends Rejection {

    record UsernameTaken(String username) implements AccountRejection {}

    /** Nobody is called so. */
    record UserNotFound(String username) implements AccountRejection {}

    /** It was deleted, and nothing can be asked of it any more. */
    record NoSuchAccount(UserId userId) implements AccountRejection {}

    /** An account's own affairs are nobody else's. */
    record OwnAccountOnly(UserId userId) implements AccountRejection {}

    /** Accounts are given this right by who runs the instance, never by each other. */
    record GrantedByOperators(UserId userId) implements AccountRejection {}

    record EmailTaken(String email) implements AccountRejection {}

    /** The demo account belongs to everybody: nobody may take it from the others. */
    record DemoStays() implements AccountRejection {}

    /** Of each of these workspaces the account is the last admin: somebody else has to become one first. */
    record LastAdminOf(List<String> workspaces) implements AccountRejection {
        public LastAdminOf {
            workspaces = List.copyOf(workspaces);
        }
    }
}
