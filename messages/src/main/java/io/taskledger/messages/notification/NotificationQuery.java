package io.taskledger.messages.notification;

/** What can be known of the actor's own notifications. Of a task they tell as long as the actor sees it. */
public sealed interface NotificationQuery {

    /**
     * Answered by a {@link io.taskledger.messages.Page} of {@link Notification}, newest first.
     *
     * @param unread whether those only that were not read
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record ListNotifications(boolean unread, int skip, int limit) implements NotificationQuery {}

    /** Answered by an {@code Optional<}{@link Notification}{@code >}. */
    record FindNotification(long position) implements NotificationQuery {}

    /** How many were not read. Answered by an {@code Optional<Long>}, always there. */
    record CountUnread() implements NotificationQuery {}

    /** A subscription: an {@link InboxTouched} whenever what the actor is told, or has read of it, is another. */
    record WatchInbox() implements NotificationQuery {}
}
