package io.taskledger.ui.shell;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** For an address that leads nowhere. */
@PermitAll
@ParentLayout(MainLayout.class)
public class NoSuchPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle, Headed {

    private final Reader reader;

    NoSuchPage(Readers readers) {
        reader = readers.current();
        addClassName("empty");
        add(
                new Icon("search"),
                new Paragraph(reader.say("no-such-page.next")),
                Push.labelled(
                        reader.say("nav.tasks"),
                        "to-tasks",
                        _ -> TaskNavigation.openList(Shown.all(Shown.Which.TASKS))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** Also where the address is that of a screen, which this person does not have. */
    @Override
    public String heading() {
        return reader.say("no-such-page.title");
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", heading());
    }
}
