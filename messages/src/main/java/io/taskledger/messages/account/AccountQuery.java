package io.taskledger.messages.account;

import io.taskledger.messages.UserId;

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

    /** What the actor wants to be told by mail. Answered by an {@code Optional<}{@link OwnPreferences}{@code >}. */
    record FindOwnPreferences() implements AccountQuery {}

    /** Which colours the actor gave to tags. Answered by a {@code List<}{@link TagColour}{@code >}, in no order. */
    record FindTagColours() implements AccountQuery {}

    /** Whatever becomes of these colours from now on: a subscription query with {@link TagsColoured} as updates. */
    record WatchTagColours() implements AccountQuery {}

    /**
     * What somebody looks like: for everybody, whether signed in or not, who has the account's id. Answered by an
     * {@code Optional<String>}, the digest of the picture in the store.
     */
    record FindPicture(UserId userId) implements AccountQuery {}

    /**
     * How mail reaches somebody. For the system itself: answered by an {@code Optional<}{@link MailRecipient}{@code >},
     * empty where an actor asks, and where there is no such account.
     */
    record FindMailRecipient(UserId userId) implements AccountQuery {}
}
