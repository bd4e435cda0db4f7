package io.taskledger.rest.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceTouched;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;

/**
 * What changes for one person, from when it is made until it is closed. Whoever changes something does not wait for them:
 * where more comes than is taken, all of it becomes one reset.
 */
final class LiveFeed implements AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    private final BlockingQueue<Happening> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<SubscriptionQueryResult<?, ?>> subscriptions = new ArrayList<>();

    /** Of whoever is signed in on the calling thread. */
    static LiveFeed follow(QueryGateway queries) {
        var feed = new LiveFeed();
        try {
            feed.watch(
                    queries,
                    new WatchTasks(),
                    TaskTouched.class,
                    one -> new Happening(Happening.TASK, one.taskId().text(), one.position()));
            feed.watch(
                    queries,
                    new WatchWorkspaces(),
                    WorkspaceTouched.class,
                    one -> new Happening(Happening.WORKSPACE, one.workspaceId().text(), one.position()));
            feed.watch(
                    queries,
                    new WatchInbox(),
                    InboxTouched.class,
                    one -> new Happening(Happening.NOTIFICATIONS, null, one.position()));
            return feed;
        } catch (RuntimeException failed) {
            feed.close();
            throw failed;
        }
    }

    private <U> void watch(QueryGateway queries, Object watch, Class<U> update, Function<U, Happening> words) {
        var subscription = queries.subscriptionQuery(
                watch, ResponseTypes.instanceOf(Void.class), ResponseTypes.instanceOf(update));
        subscriptions.add(subscription);
        subscription.updates().map(words).subscribe(this::add);
    }

    /** What was waiting is forgotten before the reset that stands for it comes. */
    synchronized void add(Happening one) {
        if (!waiting.offer(one)) {
            waiting.clear();
            waiting.add(Happening.reset(one.position()));
        }
    }

    /** Empty where nothing came in that time. */
    Optional<Happening> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        subscriptions.forEach(SubscriptionQueryResult::close);
    }
}
