package io.taskledger.ui.activity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.activity.Activity;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Initials;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import org.jspecify.annotations.Nullable;

/** Entries by day. What somebody did at once is one set, to be unfolded and to be taken back. */
class ActivityLog extends Div {

    private static final int SET_FROM = 2;
    private static final int UNFOLDED = 100;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Set<String> GONE = Set.of("deleted", "purged");
    private static final Set<String> NEVER = Set.of("purged", "reminded");

    private final Desk desk;
    private final ActivitySentences sentences;
    private @Nullable LocalDate day;
    private @Nullable Last last;

    /** The set that was shown last. */
    private record Last(List<Activity> entries, ListItem item) {}

    private OrderedList list = new OrderedList();

    ActivityLog(Desk desk) {
        this.desk = desk;
        this.sentences = new ActivitySentences(desk);
        addClassNames("history", "activity-log");
        getElement().setAttribute("data-testid", "activity-log");
    }

    void begin() {
        removeAll();
        day = null;
        last = null;
    }

    /** @param entries newest first, older than those that are shown */
    void append(List<Activity> entries) {
        for (var set : sets(entries)) {
            var its = desk.calendar().dayOf(set.getFirst().happenedAt());
            if (!its.equals(day)) {
                day = its;
                list = new OrderedList();
                add(new H2(desk.calendar().heading(its)), list);
                last = null;
            }
            // What one does at once may go on behind the end of a page.
            if (last != null && belongs(last.entries().getLast(), set.getFirst())) {
                list.remove(last.item());
                var all = new ArrayList<>(last.entries());
                all.addAll(set);
                show(all);
            } else {
                show(set);
            }
        }
    }

    private void show(List<Activity> set) {
        if (set.size() < SET_FROM) {
            set.forEach(entry -> list.add(item(entry)));
            last = null;
        } else {
            var item = item(set);
            list.add(item);
            last = new Last(set, item);
        }
    }

    /** Actions, each; of what says none, runs of one kind by one person. */
    static List<List<Activity>> sets(List<Activity> entries) {
        var sets = new ArrayList<List<Activity>>();
        for (var entry : entries) {
            if (sets.isEmpty() || !belongs(sets.getLast().getLast(), entry)) {
                sets.add(new ArrayList<>());
            }
            sets.getLast().add(entry);
        }
        return sets;
    }

    private static boolean belongs(Activity later, Activity earlier) {
        if (later.actionId() != null && later.actionId().equals(earlier.actionId())) {
            return true;
        }
        return Objects.equals(later.actor(), earlier.actor())
                && (later.actionId() == null || !isOfTasks(later))
                && later.via() == earlier.via()
                && later.action().equals(earlier.action())
                && later.resourceType().equals(earlier.resourceType())
                && Duration.between(earlier.happenedAt(), later.happenedAt()).compareTo(PAUSE) <= 0;
    }

    private static boolean isOfTasks(Activity entry) {
        return entry.taskId() != null;
    }

    private ListItem item(Activity entry) {
        return revertible(entry, item(entry, words(entry), "activity-entry"));
    }

    private Component words(Activity entry) {
        var about = entry.taskId();
        var words = sentences.of(entry);
        return about == null || GONE.contains(entry.action())
                ? new Div(words)
                : new Anchor(TaskNavigation.toTask(about, Shown.all(Shown.Which.TASKS)), words);
    }

    private ListItem revertible(Activity entry, ListItem item) {
        var action = entry.actionId();
        if (action != null && isOfTasks(entry) && !NEVER.contains(entry.action())) {
            var revert = Push.icon(
                    "restore",
                    desk.say("activity.revert"),
                    "activity-revert",
                    _ -> desk.takeBack().revert(action));
            revert.addClassName("activity-revert");
            item.addComponentAtIndex(2, revert);
        }
        return item;
    }

    private ListItem item(List<Activity> set) {
        var inner = new OrderedList();
        inner.setVisible(false);
        var fold = new NativeButton(sentences.of(set));
        fold.addClassNames("fold", "set-fold");
        fold.addComponentAsFirst(new Icon("chevron"));
        fold.getElement().setAttribute("type", "button").setAttribute("aria-expanded", "false");
        fold.addClickListener(_ -> {
            if (inner.getComponentCount() == 0) {
                set.stream().limit(UNFOLDED).forEach(entry -> inner.add(item(entry, words(entry), "activity-entry")));
            }
            inner.setVisible(!inner.isVisible());
            fold.getElement().setAttribute("aria-expanded", Boolean.toString(inner.isVisible()));
        });
        var item = item(set.getFirst(), fold, "activity-set");
        item.add(inner);
        return set.stream()
                .filter(ActivityLog::isOfTasks)
                .findFirst()
                .map(one -> revertible(one, item))
                .orElse(item);
    }

    private ListItem item(Activity entry, Component words, String testId) {
        var calendar = desk.calendar();
        var when = new Span(sentences
                .via(entry)
                .map(via -> desk.say("history.when", calendar.ago(entry.happenedAt()), via))
                .orElseGet(() -> calendar.ago(entry.happenedAt())));
        when.addClassName("history-when");
        when.getElement().setAttribute("title", calendar.exact(entry.happenedAt()));
        words.getElement().setAttribute("dir", "auto");
        var text = new Div(words);
        text.add(when);
        text.addClassName("history-text");
        var item = new ListItem(
                new Initials(Optional.ofNullable(entry.actorName()).orElseGet(() -> sentences.who(entry))), text);
        item.getElement().setAttribute("data-testid", testId);
        return item;
    }
}
