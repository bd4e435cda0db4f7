package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.task.TaskId;
import io.taskledger.query.ReadSide;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the ledger a task's events are, oldest first. */
final class TaskPositions {

    List<Long> of(TaskId task) {
        return ReadSide.bean(JdbcClient.class)
                .sql("select position from ledger.event where stream_id = :task order by sequence_number")
                .param("task", task.text())
                .query(Long.class)
                .list();
    }
}
