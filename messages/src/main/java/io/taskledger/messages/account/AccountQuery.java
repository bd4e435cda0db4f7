package io.taskledger.messages.account;

import io.taskledger.messages.UserId;

/** What can be known of accounts. */
public sealed interface AccountQuery {

    /** The actor's own account. Answered by an {@code Optional<}{@link AccountDetails}{@code >}. */
    record FindOwnAccount() implements AccountQuery {}

    /** What the actor wants to be told by mail. Answered by an {@code Optional<}{@link OwnPreferences}{@code >}. */
    record FindOwnPreferences() implements AccountQuery {}

    /**
     * How mail reaches somebody. For the system itself: answered by an {@code Optional<}{@link MailRecipient}{@code >},
     * empty where an actor asks, and where there is no such account.
     */
    record FindMailRecipient(UserId userId) implements AccountQuery {}
}
