package io.taskledger.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Loads the one script of our own in the head, before anything is painted: it sets the remembered appearance, and so a
 * dark page never flashes white.
 */
@Component
class PageScript implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response ->
                response.getDocument().head().prependElement("script").attr("src", StaticParts.SCRIPT));
    }
}
