package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.springframework.data.jpa.domain.Specification;

/** Which rows a query may see and wants: after the actor's scope the filter. */
final class TaskRows {

    private TaskRows() {}

    static Specification<TaskEntity> called(TaskId id) {
        return called(List.of(id.text()));
    }

    static Specification<TaskEntity> called(List<String> ids) {
        return (task, query, build) -> task.get("id").in(ids);
    }

    /** The same for very many, as one value: a statement has room for so many parameters only. */
    static Specification<TaskEntity> amongst(List<String> ids) {
        return (task, query, build) -> {
            var in = (HibernateCriteriaBuilder) build;
            return build.isTrue(in.sql(
                    "(? = any (string_to_array(cast(? as text), ' ')))",
                    Boolean.class,
                    task.get("id"),
                    in.value(String.join(" ", ids))));
        };
    }

    static Specification<TaskEntity> within(WorkspaceId workspace, ListId list) {
        return (task, query, build) -> build.and(
                build.equal(task.get("workspaceId"), workspace.text()), build.equal(task.get("listId"), list.text()));
    }

    static Specification<TaskEntity> placedBefore(Place place) {
        return (task, query, build) -> build.lessThan(task.get("place"), place.text());
    }

    static Specification<TaskEntity> placedAfter(Place place) {
        return (task, query, build) -> build.greaterThan(task.get("place"), place.text());
    }

    static Specification<TaskEntity> matching(TaskFilter filter) {
        return (task, query, build) -> build.and(predicates(filter, task, build));
    }

    private static List<Predicate> predicates(TaskFilter filter, Root<TaskEntity> task, CriteriaBuilder build) {
        var all = new ArrayList<Predicate>();
        Path<LocalDate> dueDate = task.get("dueDate");
        if (filter.completed() != null) {
            all.add(build.equal(task.get("completed"), filter.completed()));
        }
        if (filter.priority() != null) {
            all.add(build.equal(task.get("priority"), (short) filter.priority().rank()));
        }
        filter.tags().stream()
                .distinct()
                .map(tag -> tagged(tag, task, (HibernateCriteriaBuilder) build))
                .forEach(all::add);
        if (!filter.tagsAny().isEmpty()) {
            all.add(build.or(filter.tagsAny().stream()
                    .distinct()
                    .map(tag -> tagged(tag, task, (HibernateCriteriaBuilder) build))
                    .toArray(Predicate[]::new)));
        }
        if (filter.dueFrom() != null) {
            all.add(build.greaterThanOrEqualTo(dueDate, filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            all.add(build.lessThanOrEqualTo(dueDate, filter.dueTo()));
        }
        if (filter.overdue() != null && filter.overdueAsOf() != null) {
            var overdue = overdue(filter.overdueAsOf(), task, build);
            all.add(filter.overdue() ? overdue : overdue.not());
        }
        Path<Instant> createdAt = task.get("createdAt");
        if (filter.createdFrom() != null) {
            all.add(build.greaterThanOrEqualTo(createdAt, filter.createdFrom()));
        }
        if (filter.createdBefore() != null) {
            all.add(build.lessThan(createdAt, filter.createdBefore()));
        }
        if (filter.workspace() != null) {
            all.add(build.equal(task.get("workspaceId"), filter.workspace().text()));
        }
        if (filter.list() != null) {
            all.add(build.equal(task.get("listId"), filter.list().text()));
        }
        if (filter.shared() != null) {
            Path<Long> shares = task.get("shareCount");
            all.add(filter.shared() ? build.greaterThan(shares, 0L) : build.equal(shares, 0L));
        }
        return all;
    }

    /** Never unknown, so that its opposite is all the others. A day without a time is over at midnight. */
    private static Predicate overdue(LocalDateTime now, Root<TaskEntity> task, CriteriaBuilder build) {
        Path<LocalDate> day = task.get("dueOrder");
        Path<LocalTime> time = task.get("dueTime");
        var today = now.toLocalDate();
        return build.and(
                build.isFalse(task.get("completed")),
                // The index knows days only.
                build.lessThanOrEqualTo(day, today),
                build.or(
                        build.lessThan(day, today),
                        build.and(build.isNotNull(time), build.lessThan(time, now.toLocalTime()))));
    }

    /** In SQL of its own: Hibernate takes the values of a tag for {@code varchar}, which an array of text does not hold. */
    private static Predicate tagged(String tag, Root<TaskEntity> task, HibernateCriteriaBuilder build) {
        return FieldRules.isStorable(tag)
                ? build.isTrue(
                        build.sql("(? @> array[cast(? as text)])", Boolean.class, task.get("tags"), build.value(tag)))
                : build.disjunction();
    }

    /** A plain substring of title or description. */
    static Specification<TaskEntity> containing(String text) {
        return (task, query, build) -> {
            var in = (HibernateCriteriaBuilder) build;
            return build.or(
                    build.greaterThan(in.locate(task.get("title"), text), 0),
                    build.greaterThan(in.locate(task.get("description"), text), 0));
        };
    }
}
