package io.taskledger.messages.account;

/** What can be known of accounts. */
public sealed interface AccountQuery {

    /** The actor's own account. Answered by an {@code Optional<}{@link AccountDetails}{@code >}. */
    record FindOwnAccount() implements AccountQuery {}
}
