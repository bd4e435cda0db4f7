package io.taskledger.rest.statistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.TaskStatistics;

/** One's own tasks in figures, as the contract spells them. */
@JsonPropertyOrder({
    "total",
    "completed",
    "incomplete",
    "by_priority",
    "by_tag",
    "overdue",
    "tasks_shared",
    "comments_posted"
})
record StatisticsAnswer(
        long total,
        long completed,
        long incomplete,
        @JsonProperty("by_priority") Map<String, Long> byPriority,
        @JsonProperty("by_tag") Map<String, Long> byTag,
        long overdue,
        @JsonProperty("tasks_shared") long tasksShared,
        @JsonProperty("comments_posted") long commentsPosted) {

    static StatisticsAnswer of(TaskStatistics figures) {
        var byPriority = new LinkedHashMap<String, Long>();
        figures.byPriority().forEach((priority, tasks) -> byPriority.put(priority.text(), tasks));
        return new StatisticsAnswer(
                figures.total(),
                figures.completed(),
                figures.incomplete(),
                byPriority,
                figures.byTag(),
                figures.overdue(),
                figures.shared(),
                figures.comments());
    }

    /** One day of them. */
    @JsonPropertyOrder({"date", "created", "completed"})
    record DayAnswer(LocalDate date, long created, long completed) {

        static DayAnswer of(DayStatistics day) {
            return new DayAnswer(day.day(), day.created(), day.completed());
        }
    }
}
