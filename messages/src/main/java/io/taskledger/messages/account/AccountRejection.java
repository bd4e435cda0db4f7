package io.taskledger.messages.account;

import io.taskledger.messages.Rejection;

/** Why an account's command was refused. */
public sealed interface AccountRejection extends Rejection {

    record UsernameTaken(String username) implements AccountRejection {}

    record EmailTaken(String email) implements AccountRejection {}
}
