package io.taskledger.automation.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountQuery.FindMailRecipient;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindMailedComment;
import io.taskledger.messages.task.TaskQuery.FindMailedTask;
import io.taskledger.messages.task.TaskQuery.FindOwner;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** What the query side would answer, as a test says. Ann has a task; Bob works on it with her. */
public final class World {

    public static final UserId ANN = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G7D");
    public static final UserId BOB = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G8E");
    public static final TaskId FERNS = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");

    final Map<UserId, MailRecipient> people = new HashMap<>();
    final Map<UserId, MailedTask> seen = new HashMap<>();
    final Map<CommentId, String> comments = new HashMap<>();
    final Map<String, String> tokens = new HashMap<>();
    /** Whom a query named as asking. */
    final List<String> askers = new ArrayList<>();

    World() {
        people.put(ANN, person(ANN, "ann"));
        people.put(BOB, person(BOB, "bob"));
        titled("Water the ferns");
    }

    static MailRecipient person(UserId userId, String name) {
        return new MailRecipient(
                userId,
                name,
                name + "@example.org",
                true,
                null,
                null,
                null,
                new Preferences(true, List.of(MailKind.values()), null));
    }

    void titled(String title) {
        seen.put(ANN, new MailedTask(FERNS, title, false, Optional.empty(), null, null, null));
        seen.put(BOB, new MailedTask(FERNS, title, false, Optional.of(Permission.VIEW), BOB, null, null));
    }

    void speaks(UserId who, String language) {
        var old = people.get(who);
        people.put(
                who,
                new MailRecipient(
                        who, old.username(), old.email(), true, null, old.zone(), language, old.preferences()));
    }

    void reachedAt(UserId who, String email, boolean verified) {
        var old = people.get(who);
        people.put(
                who,
                new MailRecipient(
                        who, old.username(), email, verified, null, old.zone(), old.language(), old.preferences()));
    }

    void prefers(UserId who, Preferences preferences) {
        var old = people.get(who);
        people.put(
                who,
                new MailRecipient(
                        who, old.username(), old.email(), true, null, old.zone(), old.language(), preferences));
    }

    void quiet(UserId who, QuietHours hours, String zone) {
        var old = people.get(who);
        var preferences = new Preferences(true, List.of(MailKind.values()), hours);
        people.put(who, new MailRecipient(who, old.username(), old.email(), true, null, zone, null, preferences));
    }

    Optional<String> token(String link, String email) {
        return Optional.ofNullable(tokens.get(link + " " + email));
    }

    QueryGateway gateway() {
        var bus = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(this).subscribe(bus);
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    @QueryHandler
    Optional<MailRecipient> answer(FindMailRecipient query, @MetaDataValue(MetadataKeys.ACTOR) String actor) {
        askers.add(String.valueOf(actor));
        return actor == null ? Optional.ofNullable(people.get(query.userId())) : Optional.empty();
    }

    @QueryHandler
    Optional<UserId> answer(FindOwner query) {
        return Optional.of(ANN).filter(_ -> query.taskId().equals(FERNS));
    }

    @QueryHandler
    Optional<MailedTask> answer(FindMailedTask query) {
        return Optional.ofNullable(seen.get(query.reader()));
    }

    @QueryHandler
    Optional<String> answer(FindMailedComment query) {
        return Optional.ofNullable(comments.get(query.commentId()));
    }
}
