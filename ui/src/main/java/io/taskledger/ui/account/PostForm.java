package io.taskledger.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** A plain form of the browser's own, so that password managers see what is sent. Carries the CSRF token. */
@Tag("form")
public class PostForm extends HtmlContainer {

    PostForm(String action, Component... content) {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", action);
        // What is wrong is said beside the fields, in our words, not in the browser's bubbles.
        getElement().setAttribute("novalidate", true);
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                && request.getHttpServletRequest().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
        add(content);
    }

    /** Sends what the fields hold, without asking anybody. */
    void submit() {
        getElement().executeJs("this.submit()");
    }

    private static Input hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name);
        input.setValue(value);
        // The browser's form reads the attribute before any script runs.
        input.getElement().setAttribute("value", value);
        return input;
    }
}
