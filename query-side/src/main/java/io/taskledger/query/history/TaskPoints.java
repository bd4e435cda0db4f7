package io.taskledger.query.history;

import java.util.Optional;

import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A task as it was in one of its versions. */
@Component
class TaskPoints {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final Moments moments;
    private final Pasts pasts;

    TaskPoints(JdbcClient jdbc, LiveVersions live, Moments moments, Pasts pasts) {
        this.jdbc = jdbc;
        this.live = live;
        this.moments = moments;
        this.pasts = pasts;
    }

    /**
     * Empty where there is no such version.
     *
     * @throws io.taskledger.messages.CommandRejected where the moment is none that can be told of
     */
    Optional<TaskPast> of(TaskId task, TaskPoint point) {
        return version(task, point)
                .map(version -> pasts.until(task.text(), null, event -> event.getSequenceNumber() <= version))
                .filter(past -> past.version() >= 0);
    }

    private Optional<Long> version(TaskId task, TaskPoint point) {
        return switch (point) {
            case TaskPoint.Latest _ -> Optional.of(Long.MAX_VALUE);
            case TaskPoint.Version(var number) -> known(task, "v.version = :moment", number);
            case TaskPoint.At(var moment) -> {
                var held = moments.held(moment);
                yield known(task, held.sql(), held.parameter());
            }
        };
    }

    private Optional<Long> known(TaskId task, String held, Object moment) {
        var schema = live.of(Projection.HISTORY).schema();
        return jdbc.sql("select v.version from " + schema + ".version v where v.task_id = :task and " + held)
                .param("task", task.text())
                .param("moment", moment)
                .query(Long.class)
                .optional();
    }
}
