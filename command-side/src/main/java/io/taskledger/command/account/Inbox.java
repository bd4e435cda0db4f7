package io.taskledger.command.account;

import java.util.HashSet;
import java.util.Set;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountEvent.NotificationRead;
import io.taskledger.messages.account.AccountEvent.NotificationsRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Which of their notifications an account's person has read. */
final class Inbox {

    private long upTo;
    /** Those after it, by position. */
    private final Set<Long> read = new HashSet<>();

    @CommandHandler
    void handle(MarkNotificationRead command, Actor actor) {
        if (command.position() > upTo && !read.contains(command.position())) {
            apply(new NotificationRead(command.userId(), command.position()));
        }
    }

    @CommandHandler
    void handle(MarkNotificationsRead command, Actor actor) {
        if (command.upTo() > upTo) {
            apply(new NotificationsRead(command.userId(), command.upTo()));
        }
    }

    @EventSourcingHandler
    void on(NotificationRead event) {
        read.add(event.position());
    }

    @EventSourcingHandler
    void on(NotificationsRead event) {
        upTo = event.upTo();
        read.removeIf(position -> position <= upTo);
    }
}
