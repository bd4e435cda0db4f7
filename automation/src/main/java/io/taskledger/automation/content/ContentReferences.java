package io.taskledger.automation.content;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.storage.ContentDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code automation.content_reference}. Each says by which event it is true, and an older event changes nothing
 * of it: so no replay, wherever it has got to, takes away a reference that there is.
 */
final class ContentReferences {

    private final JdbcClient jdbc;

    ContentReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void attached(FileAttached event, long position) {
        refer(event.fileId().text(), event.sha256(), event.taskId().text(), event.attachedBy(), position);
    }

    void shown(UserId person, String sha256, long position) {
        refer(person.text(), sha256, null, person, position);
    }

    void removed(FileId file, long position) {
        forget("holder", file.text(), position);
    }

    void hidden(UserId person, long position) {
        forget("holder", person.text(), position);
    }

    void purged(TaskId task, long position) {
        forget("task_id", task.text(), position);
    }

    /** What somebody attached is theirs, as its name is. */
    void deleted(UserId person, long position) {
        forget("account_id", person.text(), position);
    }

    /** Those of the contents that something names. */
    Set<ContentDigest> namedOf(Collection<ContentDigest> contents) {
        if (contents.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        "select distinct sha256 from automation.content_reference where sha256 in (:contents)")
                .param("contents", contents.stream().map(ContentDigest::hex).toList())
                .query((row, number) -> new ContentDigest(row.getString("sha256")))
                .list());
    }

    private void refer(String holder, String sha256, @Nullable String task, UserId person, long position) {
        jdbc.sql("""
                        insert into automation.content_reference as known (holder, sha256, task_id, account_id, position)
                        values (:holder, :sha256, :task, :account, :position)
                        on conflict (holder) do update
                        set sha256 = excluded.sha256, position = excluded.position
                        where known.position < excluded.position""")
                .param("holder", holder)
                .param("sha256", sha256)
                .param("task", task)
                .param("account", person.text())
                .param("position", position)
                .update();
    }

    private void forget(String column, String id, long position) {
        jdbc.sql("delete from automation.content_reference where " + column + " = :id and position < :position")
                .param("id", id)
                .param("position", position)
                .update();
    }
}
