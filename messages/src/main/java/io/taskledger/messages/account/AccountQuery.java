package io.taskledger.messages.account;

/** What can be known of accounts. */
public sealed interface AccountQuery {

    /** The actor's own account. Answered by an {@code Optional<}{@link AccountDetails}{@code >}. */
    record FindOwnAccount() implements AccountQuery {}

    /**
     * Other people by a part of their username, whatever its case. Answered by a {@code List<}{@link FoundUser}{@code >},
     * those first whose names begin with it, never with the actor in it.
     *
     * @param text at least one character, none with a meaning of its own
     * @param limit 1 to 50
     */
    record SearchUsers(String text, int limit) implements AccountQuery {}
}
