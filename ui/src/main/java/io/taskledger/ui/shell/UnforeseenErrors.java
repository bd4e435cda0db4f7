package io.taskledger.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What went wrong on a screen, thought of by nobody or the database's: into the log, to the person in a sentence. */
@Component
class UnforeseenErrors implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenErrors.class);

    private final transient Outages outages;

    UnforeseenErrors(Outages outages) {
        this.outages = outages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var fault = event.getThrowable();
        if (outages.isPassing(fault)) {
            LOG.warn("A screen waits for the database: {}", fault.getClass().getName());
        } else {
            LOG.error("A screen met an error that nobody foresaw", fault);
        }
        var ui = UI.getCurrent();
        if (ui != null) {
            Screen.show(ui, () -> Notice.refused(new Words(ui.getLocale()).say(outages.words(fault))));
        }
    }
}
