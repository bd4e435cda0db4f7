package io.taskledger.rest.input;

import java.util.ArrayList;
import java.util.List;

/** A value is not of its kind. */
final class Misread extends Exception {

    private final String type;
    private final transient List<Object> within;

    Misread(String type, String message) {
        this(type, message, List.of());
    }

    private Misread(String type, String message, List<Object> within) {
        super(message, null, false, false);
        this.type = type;
        this.within = within;
    }

    /** The same, met at an index of a list. */
    Misread at(int index) {
        var path = new ArrayList<Object>(within);
        path.addFirst(index);
        return new Misread(type, text(), path);
    }

    InputProblem in(String part, String field) {
        return in(List.of(part), field);
    }

    InputProblem in(List<String> part, String field) {
        var path = new ArrayList<Object>(part);
        path.add(field);
        path.addAll(within);
        return new InputProblem(path, text(), type);
    }

    InputProblem in(String part) {
        var path = new ArrayList<Object>(List.of(part));
        path.addAll(within);
        return new InputProblem(path, text(), type);
    }

    private String text() {
        return String.valueOf(getMessage());
    }
}
