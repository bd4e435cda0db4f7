package io.taskledger.ui.shell;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.taskledger.security.web.EdgeHeaders;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Loads our own scripts in the head, and has the browser run no others than those that the server put there. The first of
 * ours runs before anything is painted: it sets the remembered appearance, and so a dark page never flashes white.
 */
@Component
class PageScript implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var head = page.getDocument().head();
            // What is relative counts from the base, and only behind it.
            var base = Objects.requireNonNull(head.selectFirst("base"), "Vaadin's page has a base");
            base.after(new Element("script")
                    .attr("src", StaticParts.SCREENS_SCRIPT)
                    .attr("defer", true));
            base.after(new Element("script")
                    .attr("src", StaticParts.HISTORY_SCRIPT)
                    .attr("defer", true));
            base.after(new Element("script").attr("src", StaticParts.SCRIPT));
            close(page);
        });
    }

    private void close(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        var response = page.getVaadinResponse();
        response.setHeader("Content-Security-Policy", EdgeHeaders.pagePolicy(nonce));
        // In place of Vaadin's own, which lets pages of ours frame it.
        response.setHeader("X-Frame-Options", "DENY");
    }
}
