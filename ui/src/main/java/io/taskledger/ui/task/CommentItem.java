package io.taskledger.ui.task;

import java.util.Optional;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.ui.parts.Initials;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** One comment, which its author may change. */
class CommentItem extends ListItem {

    private static final String ESCAPE = """
            this.addEventListener('keydown', event => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              this.dispatchEvent(new CustomEvent('give-up'));
            })""";

    private final Desk desk;
    private final Runnable onChange;
    private final Span head = new Span();
    private final Markdown text = new Markdown();
    private final TextArea source = new TextArea();
    private final Push edit;
    private final Push delete;
    private final Div circle = new Div();
    private @Nullable TaskComment comment;

    CommentItem(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("comment");
        getElement().setAttribute("data-testid", "comment");
        head.addClassName("comment-head");
        text.getElement().setAttribute("dir", "auto");
        source.setAriaLabel(desk.say("comment.edit"));
        source.setManualValidation(true);
        source.setVisible(false);
        source.setValueChangeMode(ValueChangeMode.EAGER);
        source.getElement().setAttribute("data-testid", "comment-source");
        source.addKeyDownListener(Key.ENTER, _ -> save(), KeyModifier.CONTROL);
        source.addKeyDownListener(Key.ENTER, _ -> save(), KeyModifier.META);
        source.getElement().executeJs(ESCAPE);
        source.getElement().addEventListener("give-up", _ -> close());
        edit = Push.icon("edit", desk.say("comment.edit"), "comment-edit", _ -> toggle());
        delete = Push.icon("trash", desk.say("comment.delete"), "comment-delete", _ -> delete());
        var top = new Div(head, edit, delete);
        top.addClassName("comment-top");
        var words = new Div(top, text, source);
        words.addClassName("comment-words");
        add(circle, words);
    }

    void show(TaskComment now, TaskLevel level) {
        comment = now;
        var name = Optional.ofNullable(now.authorName()).orElseGet(() -> desk.say("history.somebody"));
        var mine = now.author().equals(desk.me());
        var calendar = desk.calendar();
        circle.removeAll();
        circle.add(new Initials(name));
        head.removeAll();
        var when = new Span(calendar.moment(now.createdAt()));
        when.addClassName("quiet");
        when.getElement().setAttribute("title", calendar.exact(now.createdAt()));
        head.add(new Span(mine ? desk.say("history.you") : name), when);
        if (now.updatedAt() != null) {
            var edited = new Span(desk.say("comment.edited"));
            edited.addClassName("quiet");
            edited.getElement().setAttribute("title", calendar.exact(now.updatedAt()));
            head.add(edited);
        }
        text.setContent(now.content());
        edit.setVisible(mine);
        delete.setVisible(mine || level.includes(TaskLevel.ALL));
    }

    private void toggle() {
        if (source.isVisible()) {
            save();
        } else if (comment != null) {
            source.setValue(comment.content());
            source.setVisible(true);
            text.setVisible(false);
            edit.rename(desk.say("comment.save"));
            source.focus();
        }
    }

    private void save() {
        var now = comment;
        if (now == null) {
            return;
        }
        var refused = desk.actions().send(() -> new EditComment(now.taskId(), now.commentId(), source.getValue()));
        source.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> source.setErrorMessage(desk.sentence(rejection)), () -> {
            close();
            onChange.run();
        });
    }

    private void close() {
        source.setInvalid(false);
        source.setVisible(false);
        text.setVisible(true);
        edit.rename(desk.say("comment.edit"));
        edit.focus();
    }

    private void delete() {
        if (comment != null) {
            var now = comment;
            desk.actions()
                    .send(() -> new DeleteComment(now.taskId(), now.commentId()))
                    .ifPresent(desk::tell);
            onChange.run();
        }
    }
}
