package io.taskledger.ui.projection;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events that wait since one of their stream could not be handled: what each is, what went wrong, and the ways out. */
class DeadLettersSection extends Section {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final Paragraph none;
    private final UnorderedList list = new UnorderedList();
    private List<DeadLetter> shown = List.of();

    DeadLettersSection(OperatorDesk desk, ProjectionId projection) {
        this.desk = desk;
        this.projection = projection;
        addClassName("sheet-section");
        none = new Paragraph(desk.say("letter.none"));
        none.addClassName("quiet");
        list.addClassName("letters");
        add(new H3(desk.say("projection.dead-letters")), none, list);
    }

    void show(List<DeadLetter> letters) {
        none.setVisible(letters.isEmpty());
        if (!letters.equals(shown)) {
            shown = List.copyOf(letters);
            list.removeAll();
            letters.forEach(letter -> list.add(item(letter)));
        }
    }

    private ListItem item(DeadLetter letter) {
        var heading = new H4(desk.say("difference.event.at", letter.type(), letter.position()));
        var about = new Paragraph(
                desk.say("letter.about", letter.stream(), new Calendar(desk.reader()).exact(letter.happenedAt())));
        about.addClassName("quiet");
        var item = new ListItem(heading, about);
        item.getElement().setAttribute("data-testid", "letter-" + letter.id());
        letter.cause().ifPresentOrElse(cause -> item.add(cause(cause)), () -> {
            var waiting = new Paragraph(desk.say("letter.waits"));
            waiting.addClassName("quiet");
            item.add(waiting);
        });
        var event = new Pre(readable(letter.json()));
        event.addClassName("event-json");
        event.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", desk.say("letter.event"));
        item.add(event);
        var actions = new Div(
                Push.labelled(
                        desk.say("letter.retry"),
                        "retry-" + letter.id(),
                        _ -> desk.order(() -> new RetryDeadLetter(projection, letter.id()))),
                Push.labelled(
                        desk.say("letter.skip"),
                        "skip-" + letter.id(),
                        _ -> new SkipDialog(desk, projection, letter).open()));
        actions.addClassName("card-actions");
        item.add(actions);
        return item;
    }

    private static Div cause(String cause) {
        var told = new Div(new Icon("alert"), new Span(cause));
        told.addClassName("refusal");
        return told;
    }

    /** What cannot be read may be the very reason why it waits: then as it is. */
    static String readable(String stored) {
        try {
            return JsonMapper.shared().readTree(stored).toPrettyString();
        } catch (JacksonException broken) {
            return stored;
        }
    }
}
