package io.taskledger.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.security.password.Passwords.Strength;
import io.taskledger.ui.words.Reader;

/** How good a password is: four bars, and a word for those who see no colour. */
public class StrengthMeter extends Div {

    private static final int BARS = 4;

    private final Reader reader;
    private final Span word = new Span();

    public StrengthMeter(Reader reader) {
        this.reader = reader;
        addClassName("strength");
        getElement().setAttribute("data-testid", "strength");
        var bars = new Div();
        bars.addClassName("strength-bars");
        bars.getElement().setAttribute("aria-hidden", "true");
        for (int bar = 0; bar < BARS; bar++) {
            bars.add(new Span());
        }
        word.getElement().setAttribute("role", "status");
        add(bars, word);
        setVisible(false);
    }

    public void show(String password, Strength strength) {
        setVisible(!password.isEmpty());
        getElement().setAttribute("data-score", Integer.toString(strength.score()));
        word.setText(reader.say(strength.acceptable() ? "strength." + strength.score() : "strength.refused"));
    }
}
