package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

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
        if (!filter.search().isEmpty()) {
            all.add(contains(filter.search(), task, (HibernateCriteriaBuilder) build));
        }
        if (filter.dueFrom() != null) {
            all.add(build.greaterThanOrEqualTo(dueDate, filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            all.add(build.lessThanOrEqualTo(dueDate, filter.dueTo()));
        }
        if (filter.overdue() != null && filter.overdueAsOf() != null) {
            var overdue = build.and(
                    build.lessThan(task.get("dueOrder"), filter.overdueAsOf()), build.isFalse(task.get("completed")));
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

    /** In SQL of its own: Hibernate takes the values of a tag for {@code varchar}, which an array of text does not hold. */
    private static Predicate tagged(String tag, Root<TaskEntity> task, HibernateCriteriaBuilder build) {
        return isStorable(tag)
                ? build.isTrue(
                        build.sql("(? @> array[cast(? as text)])", Boolean.class, task.get("tags"), build.value(tag)))
                : build.disjunction();
    }

    /**
     * A plain substring, so that no character of the text has a meaning of its own. The database folds the case of both
     * sides: Java's rules differ from it for some scripts.
     */
    private static Predicate contains(String text, Root<TaskEntity> task, HibernateCriteriaBuilder build) {
        if (!isStorable(text)) {
            return build.disjunction();
        }
        var wanted = build.lower(build.value(text));
        return build.or(
                build.greaterThan(build.locate(task.get("titleOrder"), wanted), 0),
                build.greaterThan(build.locate(build.lower(task.get("description")), wanted), 0));
    }

    /** What the database cannot hold is in no row, and it would not even be asked for. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
