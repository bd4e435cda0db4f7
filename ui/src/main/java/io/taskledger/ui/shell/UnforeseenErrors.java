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

/** What went wrong without anybody having thought of it: into the log in full, to the person in a sentence. */
@Component
class UnforeseenErrors implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        LOG.error("A screen met an error that nobody foresaw", event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            Screen.show(ui, () -> Notice.refused(new Words(ui.getLocale()).say("error.unforeseen")));
        }
    }
}
