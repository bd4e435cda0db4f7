package io.taskledger.rest.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form that are no files, read like a {@link JsonBody}. */
public final class FormFields {

    private final Map<String, String> texts;
    private final List<InputProblem> problems = new ArrayList<>();

    /** @param texts by their fields' names */
    public FormFields(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    public <T> Given<T> optional(String name, Kind<T> kind) {
        var text = texts.get(name);
        if (text == null) {
            return Given.absent();
        }
        try {
            return new Given<>(true, kind.parse(text));
        } catch (Misread misread) {
            problems.add(misread.in("body", name));
            return Given.absent();
        }
    }

    /** @throws InvalidInput with all that was wrong so far */
    public void enforce() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
