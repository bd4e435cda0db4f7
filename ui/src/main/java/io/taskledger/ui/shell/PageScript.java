package io.taskledger.ui.shell;

import java.util.Objects;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Loads our own scripts in the head. The first runs before anything is painted: it sets the remembered appearance, and so a
 * dark page never flashes white.
 */
@Component
class PageScript implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            var head = response.getDocument().head();
            // What is relative counts from the base, and only behind it.
            var base = Objects.requireNonNull(head.selectFirst("base"), "Vaadin's page has a base");
            base.after(new Element("script")
                    .attr("src", StaticParts.SCREENS_SCRIPT)
                    .attr("defer", true));
            base.after(new Element("script")
                    .attr("src", StaticParts.HISTORY_SCRIPT)
                    .attr("defer", true));
            base.after(new Element("script").attr("src", StaticParts.SCRIPT));
        });
    }
}
