package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which list a task is told to stand in: the one that it was put into, or its workspace's first one where that was
 * removed since. Nothing is written to the tasks of a list that is removed, and a list that comes back has its own again.
 */
@Component
class ShownList {

    /** Of a row called {@code t}; {@code %2$s} is the schema of the workspaces. Tasks of first lists, most of all, cost nothing. */
    static final String OF_ROW = """
            case
              when right(t.list_id, 26) = right(t.workspace_id, 26) then t.list_id
              when exists (select from %2$s.list l where l.id = t.list_id and l.removed) then 'list-' || right(t.workspace_id, 26)
              else t.list_id end""";

    private final JdbcClient jdbc;
    private final LiveVersions live;

    ShownList(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** What rows called {@code t} must be to be told to stand in a list. */
    Conditions is(ListId list) {
        var gone = removedBehind(list);
        if (gone.contains(list.text())) {
            return new Conditions().and("false");
        }
        if (gone.isEmpty()) {
            return new Conditions().and("t.list_id = :list", "list", list.text());
        }
        gone.add(list.text());
        return new Conditions().and("t.list_id = any(:lists)", "lists", gone.toArray(String[]::new));
    }

    /** The list itself where it was removed, and all that were where it is a workspace's first. */
    private List<String> removedBehind(ListId list) {
        return jdbc.sql("""
                        select l.id from %s.list l
                        where l.removed and (l.id = :list or l.workspace_id = 'ws-' || right(:list, 26))""".formatted(live.of(Projection.WORKSPACES).schema()))
                .param("list", list.text())
                .query((row, _) -> row.getString("id"))
                .list();
    }
}
