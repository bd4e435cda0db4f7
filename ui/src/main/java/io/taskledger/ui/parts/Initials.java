package io.taskledger.ui.parts;

import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Span;

/** Somebody as a circle with a letter, beside their name. */
public final class Initials extends Span {

    public Initials(String name) {
        setText(name.codePoints()
                .limit(1)
                .mapToObj(Character::toString)
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining()));
        addClassName("initials");
        getElement().setAttribute("aria-hidden", "true");
    }
}
