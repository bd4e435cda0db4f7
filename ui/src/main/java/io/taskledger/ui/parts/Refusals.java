package io.taskledger.ui.parts;

import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.password.TooBusy;
import io.taskledger.security.password.WrongPassword;
import io.taskledger.ui.words.LostRace;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;
import org.axonframework.modelling.command.ConcurrencyException;

/** Why a form was refused: said beside the field that is to blame, else in this line. The first of them gets the focus. */
public final class Refusals extends Paragraph {

    private static final String CURRENT_PASSWORD = "current_password";

    private final Reader reader;
    private final String limited;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    public Refusals(Reader reader, String testId) {
        this(reader, testId, "refused.limited");
    }

    /** @param limited key of what is said to who tried too often */
    public Refusals(Reader reader, String testId, String limited) {
        this.reader = reader;
        this.limited = limited;
        addClassName("refusal");
        getElement().setAttribute("role", "alert").setAttribute("data-testid", testId);
        setVisible(false);
    }

    /** @param name of the field in the messages, such as {@code new_password} */
    public <F extends Component & HasValidation> Refusals beside(String name, F field) {
        field.setManualValidation(true);
        fields.put(name, field);
        return this;
    }

    /**
     * Tries it, and says why not.
     *
     * @return whether it was done
     */
    public boolean done(Runnable work) {
        clear();
        try {
            work.run();
            return true;
        } catch (CommandRejected rejected) {
            show(rejected.rejection());
        } catch (WrongPassword wrong) {
            refuse(CURRENT_PASSWORD, reader.say("refused.wrong-password"));
        } catch (TooBusy busy) {
            refuse("", reader.say("sign-in.busy"));
        } catch (RateLimited often) {
            refuse("", reader.say(limited));
        } catch (ConcurrencyException overtaken) {
            show(new LostRace());
        }
        return false;
    }

    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        setVisible(false);
    }

    /** @param field empty for none, as one that this form does not have */
    public void refuse(String field, String sentence) {
        var first = !isVisible() && fields.values().stream().noneMatch(HasValidation::isInvalid);
        var where = fields.get(field);
        if (where == null) {
            setText(sentence);
            setVisible(true);
        } else if (!where.isInvalid()) {
            // The first problem of a field is the one to mend first.
            where.setErrorMessage(sentence);
            where.setInvalid(true);
            if (first && where instanceof Focusable<?> control) {
                control.focus();
            }
        }
    }

    private void show(Rejection rejection) {
        var words = new RejectionWords(reader.words());
        switch (rejection) {
            case Rejection.Invalid invalid ->
                invalid.problems().forEach(problem -> refuse(problem.field(), words.sentence(problem)));
            case AccountRejection.UsernameTaken _ -> refuse("username", words.sentence(rejection));
            case AccountRejection.EmailTaken _ -> refuse("email", words.sentence(rejection));
            default -> refuse("", words.sentence(rejection));
        }
    }
}
