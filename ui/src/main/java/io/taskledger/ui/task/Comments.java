package io.taskledger.ui.task;

import java.util.HashMap;
import java.util.Map;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** What people said about a task, oldest first, and a field to say something oneself. */
class Comments extends Div {

    private final Desk desk;
    private final Runnable onChange;
    private final OrderedList list = new OrderedList();
    private final Paragraph none;
    private final TextArea field = new TextArea();
    private final MentionBar mentions;
    private final Map<CommentId, CommentItem> items = new HashMap<>();
    private @Nullable TaskId task;

    /** @param onChange called after each change that was saved */
    Comments(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("comments");
        none = new Paragraph(desk.say("comment.none"));
        none.addClassName("quiet");
        list.getElement().setAttribute("data-testid", "comments");
        field.setAriaLabel(desk.say("comment.write"));
        field.setPlaceholder(desk.say("comment.write"));
        field.setHelperText(desk.say("comment.hint"));
        field.setMinRows(2);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.getElement().setAttribute("data-testid", "comment-field");
        var send = Push.labelled(desk.say("comment.send"), "comment-send", _ -> send())
                .styled("button-primary");
        field.addKeyDownListener(Key.ENTER, _ -> send(), KeyModifier.CONTROL);
        field.addKeyDownListener(Key.ENTER, _ -> send(), KeyModifier.META);
        field.addValueChangeListener(change -> {
            if (task != null && change.isFromClient()) {
                Drafts.mine().keep(task, change.getValue());
            }
        });
        mentions = new MentionBar(desk, field);
        var row = new Div(mentions, send);
        row.addClassName("comment-send");
        add(none, list, field, row);
    }

    void show(TaskDetails now) {
        if (!now.taskId().equals(task)) {
            field.setValue(Drafts.mine().about(now.taskId()));
        }
        task = now.taskId();
        none.setVisible(now.comments().isEmpty());
        var there = now.comments().stream().map(TaskComment::commentId).toList();
        items.entrySet().removeIf(one -> {
            var gone = !there.contains(one.getKey());
            if (gone) {
                list.remove(one.getValue());
            }
            return gone;
        });
        for (var comment : now.comments()) {
            var item = items.get(comment.commentId());
            if (item == null) {
                item = new CommentItem(desk, onChange);
                items.put(comment.commentId(), item);
                list.add(item);
            }
            item.show(comment, now.level());
        }
    }

    /** Once they come into sight, since who there is to mention costs a question. */
    void offerPeople(TaskDetails now) {
        mentions.show(now);
    }

    private void send() {
        var about = task;
        if (about == null) {
            return;
        }
        var refused = desk.actions().send(() -> new AddComment(about, CommentId.next(about), field.getValue()));
        field.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), () -> {
            field.setValue("");
            Drafts.mine().keep(about, "");
            onChange.run();
        });
    }
}
