package io.taskledger.ui.history;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Initials;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** One entry: who, what, when and through what; and what can be done about it. */
class HistoryEntry extends ListItem {

    private final Reader reader;
    private final TimelineSentences sentences;
    private final TaskHistory.Wishes wishes;

    /** @param fixed whether who reads may look only */
    HistoryEntry(Reader reader, Optional<UserId> own, Told told, boolean fixed, TaskHistory.Wishes wishes) {
        this.reader = reader;
        this.wishes = wishes;
        sentences = new TimelineSentences(new Calendar(reader), own);
        var text = new Div();
        text.addClassName("history-text");
        sentences.of(told).forEach(sentence -> text.add(line(sentence)));
        text.add(about(told, fixed));
        if (told.acts().size() > 1) {
            text.add(fold(told, fixed));
        }
        var newest = told.newest();
        add(new Initials(Optional.ofNullable(newest.actorName()).orElseGet(() -> sentences.who(newest))), text);
        getElement().setAttribute("data-testid", "history-entry");
    }

    private Span about(Told told, boolean fixed) {
        var about = new Span(when(told.newest()));
        about.addClassName("history-about");
        var wish = new Span();
        wish.addClassName("history-wishes");
        // Of several each is taken back for itself.
        if (!fixed && told.acts().size() == 1) {
            revertible(told.acts().getFirst())
                    .ifPresent(action -> wish.add(Push.icon(
                            "restore", reader.say("history.revert"), "history-revert", _ -> wishes.takeBack(action))));
        }
        var version = told.newest().event() instanceof TaskEvent.VersionNamed named
                ? named.version()
                : told.newest().version();
        wish.add(Push.icon("eye", reader.say("history.view"), "history-view", _ -> wishes.lookAt(version)));
        var link = Push.icon(
                "link", reader.say("history.link"), "history-link", _ -> Notice.told(reader.say("history.linked")));
        link.getElement().setAttribute("data-copy", wishes.addressOf(version));
        wish.add(link);
        about.add(wish);
        return about;
    }

    private Div fold(Told told, boolean fixed) {
        var inner = new OrderedList();
        inner.setVisible(false);
        told.acts().forEach(act -> {
            var item = new ListItem();
            sentences.of(act).forEach(sentence -> item.add(line(sentence)));
            item.add(about(new Told(List.of(act)), fixed));
            inner.add(item);
        });
        var button = new NativeButton(reader.say("history.steps", told.acts().size()));
        button.addClassName("fold");
        button.addComponentAsFirst(new Icon("chevron"));
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-expanded", "false")
                .setAttribute("data-testid", "history-unfold");
        button.addClickListener(_ -> {
            inner.setVisible(!inner.isVisible());
            button.getElement().setAttribute("aria-expanded", Boolean.toString(inner.isVisible()));
        });
        var fold = new Div(button, inner);
        fold.addClassName("history-fold");
        return fold;
    }

    /** Taking a task's beginning back is deleting it, which has a place of its own. */
    private static Optional<ActionId> revertible(Told.Act act) {
        var never = act.events().stream()
                .map(TimelineEntry::event)
                .allMatch(event -> event instanceof TaskEvent.TaskCreated
                        || WhyNot.ever(event).isPresent());
        var action = act.last().actionId();
        return never || action == null ? Optional.empty() : ActionId.parse(action);
    }

    private Span when(TimelineEntry entry) {
        var calendar = new Calendar(reader);
        var ago = calendar.ago(entry.happenedAt());
        var via = sentences.via(entry);
        var when = new Span(via.map(way -> reader.say("history.when", ago, way)).orElse(ago));
        when.addClassName("history-when");
        when.getElement().setAttribute("tabindex", "0").setAttribute("role", "note");
        Tooltip.forComponent(when)
                .setText(via.map(way -> reader.say("history.when", calendar.exact(entry.happenedAt()), way))
                        .orElseGet(() -> calendar.exact(entry.happenedAt())));
        return when;
    }

    private static Div line(String sentence) {
        var line = new Div(sentence);
        line.getElement().setAttribute("dir", "auto");
        return line;
    }
}
