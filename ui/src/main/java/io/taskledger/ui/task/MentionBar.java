package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.ui.parts.Push;

/** Puts somebody's name into a comment, so that they are told: those who have to do with the task. */
class MentionBar extends Div {

    private static final int PEOPLE_OFFERED = 6;
    private static final String INSERT = """
            const input = this.inputElement;
            const at = input.selectionStart ?? this.value.length;
            const before = this.value.slice(0, at);
            const name = (before && !/\\s$/.test(before) ? ' @' : '@') + $0 + ' ';
            this.value = before + name + this.value.slice(at);
            this.focus();
            input.setSelectionRange(at + name.length, at + name.length);""";

    private final Desk desk;
    private final TextArea field;

    MentionBar(Desk desk, TextArea field) {
        this.desk = desk;
        this.field = field;
        addClassName("mentions");
        getElement().setAttribute("role", "group").setAttribute("aria-label", desk.say("comment.mention"));
    }

    void show(TaskDetails now) {
        removeAll();
        TaskPeople.of(desk, now).stream()
                .filter(name -> Acting.signedIn()
                        .map(SignedIn::username)
                        .filter(name::equals)
                        .isEmpty())
                .limit(PEOPLE_OFFERED)
                .forEach(name -> add(Push.labelled(
                                "@" + name, "mention", _ -> field.getElement().executeJs(INSERT, name))
                        .styled("chip")));
    }
}
