package io.taskledger.ui.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In place of a page that could not be made. Outside the frame, which may not be possible either, and asks nobody anything. */
@AnonymousAllowed
public class FailedPage extends Div implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailedPage.class);
    private static final int MILLISECONDS_TO_NEXT_ATTEMPT = 5_000;

    private final transient Outages outages;

    FailedPage(Outages outages) {
        this.outages = outages;
        addClassName("empty");
        getElement().setAttribute("data-testid", "failed-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var fault = parameter.getException();
        var passing = outages.isPassing(fault);
        if (passing) {
            LOG.warn("A page waits for the database: {}", fault.getClass().getName());
            event.getUI().getPage().executeJs("setTimeout(() => location.reload(), $0)", MILLISECONDS_TO_NEXT_ATTEMPT);
        } else {
            LOG.error("A page met an error that nobody foresaw", fault);
        }
        var words = new Words(event.getUI().getLocale());
        var again = new Anchor(
                event.getLocation().getPathWithQueryParameters(), words.say(passing ? "failed.again" : "failed.retry"));
        again.setRouterIgnore(true);
        again.getElement().setAttribute("data-testid", "failed-again");
        add(new Icon("alert"), new Paragraph(words.say(passing ? "failed.away" : "failed.unforeseen")), again);
        return passing ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
