package io.taskledger.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.taskledger.messages.FieldProblem.Kind;

/**
 * Collects what is wrong with a command's fields, so that a person is told everything at once. Used by the commands'
 * constructors: a command that exists is well formed.
 */
public final class FieldRules {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Length in Unicode code points, both ends included; too short and missing are told apart. */
    public FieldRules length(String field, String text, int least, int most) {
        var length = text.codePointCount(0, text.length());
        if (length < least) {
            problems.add(new FieldProblem(field, length == 0 ? Kind.MISSING : Kind.TOO_SHORT, least));
        } else if (length > most) {
            problems.add(new FieldProblem(field, Kind.TOO_LONG, most));
        }
        return storable(field, text);
    }

    public FieldRules atMost(String field, int size, int most) {
        return must(size <= most, field, Kind.TOO_MANY, most);
    }

    public FieldRules matches(String field, String text, Predicate<String> form, Kind otherwise) {
        return must(form.test(text), field, otherwise, 0);
    }

    public FieldRules must(boolean holds, String field, Kind otherwise, int limit) {
        if (!holds) {
            problems.add(new FieldProblem(field, otherwise, limit));
        }
        return this;
    }

    /** @throws CommandRejected with every problem found */
    public void enforce() {
        if (!problems.isEmpty()) {
            throw new CommandRejected(new Rejection.Invalid(problems));
        }
    }

    private FieldRules storable(String field, String text) {
        return must(isStorable(text), field, Kind.UNSTORABLE, 0);
    }

    /** PostgreSQL's text has no NUL, and UTF-8 no half surrogates: such a text is in no row, nor may it be asked for. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
