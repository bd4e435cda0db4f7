package io.taskledger.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;

/** What taking back an action of many tasks will change, and what is left out and why, before it is done. */
public final class PlanDialog extends Dialog {

    private static final int SHOWN = 50;

    private final Reader reader;
    private final HistoryWords words;

    private PlanDialog(Reader reader, UndoPlan plan, Runnable carryOut) {
        this.reader = reader;
        words = new HistoryWords(reader, Optional.empty());
        var changing =
                plan.tasks().stream().filter(task -> !task.steps().isEmpty()).toList();
        var left =
                plan.tasks().stream().filter(task -> !task.leftOut().isEmpty()).toList();
        var more = plan.total() > plan.tasks().size();
        setHeaderTitle(reader.say("plan.header", plan.total()));
        setWidth("min(36rem, 94vw)");
        getElement().setAttribute("data-testid", "plan");
        var body = new Div();
        body.addClassName("plan");
        if (changing.isEmpty()) {
            body.add(new Paragraph(reader.say(left.isEmpty() ? "plan.already" : "plan.nothing")));
        } else {
            body.add(part(reader.say("plan.changes", changing.size()), "plan-changes", changing, this::changes));
        }
        if (!left.isEmpty()) {
            body.add(part(reader.say("plan.left", left.size()), "plan-left", left, this::reasons));
        }
        add(body);
        var confirm = Push.labelled(
                        reader.say("plan.confirm", more ? plan.total() : changing.size()), "plan-confirm", _ -> {
                            close();
                            carryOut.run();
                        })
                .styled("button-primary");
        confirm.setVisible(!changing.isEmpty() || more);
        getFooter().add(Push.labelled(reader.say("asking.cancel"), "plan-cancel", _ -> close()), confirm);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                confirm.focus();
            }
        });
    }

    /** @param carryOut what is done once the person has seen it */
    public static void open(Reader reader, UndoPlan plan, Runnable carryOut) {
        new PlanDialog(reader, plan, carryOut).open();
    }

    private Div part(String heading, String testId, List<TaskPlan> tasks, Function<TaskPlan, String> about) {
        var list = new UnorderedList();
        tasks.stream().limit(SHOWN).forEach(task -> {
            var title = task.title();
            var name = new Span(title == null ? reader.say("plan.unseen") : title);
            name.addClassName("person-name");
            name.getElement().setAttribute("dir", "auto");
            var what = new Span(about.apply(task));
            what.addClassName("quiet");
            list.add(new ListItem(name, what));
        });
        var part = new Div(new H3(heading), list);
        if (tasks.size() > SHOWN) {
            part.add(new Paragraph(reader.say("plan.more", tasks.size() - SHOWN)));
        }
        part.getElement().setAttribute("data-testid", testId);
        return part;
    }

    private String changes(TaskPlan task) {
        var fields = task.changes().stream()
                .map(change -> change.field().equals("in_trash")
                        ? reader.say(Boolean.TRUE.equals(change.to()) ? "plan.to-trash" : "plan.from-trash")
                        : field(change.field()))
                .distinct()
                .toList();
        return String.join(", ", fields.isEmpty() ? List.of(reader.say("plan.back")) : fields);
    }

    private String reasons(TaskPlan task) {
        return String.join(
                " ",
                task.leftOut().stream()
                        .map(left -> reader.say(
                                "undo.left." + left.why().text(),
                                left.later() == null
                                        ? reader.say("history.somebody")
                                        : words.who(
                                                left.later().actor(),
                                                left.later().actorName())))
                        .distinct()
                        .toList());
    }

    private String field(String field) {
        return switch (field) {
            case "share", "comment", "file", "reminder" -> reader.say("plan.part." + field);
            default -> words.field(field);
        };
    }
}
