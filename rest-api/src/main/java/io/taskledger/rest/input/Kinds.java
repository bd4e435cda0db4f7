package io.taskledger.rest.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.taskledger.messages.FieldRules;
import tools.jackson.databind.JsonNode;

/** The kinds of values that the contract knows. */
public final class Kinds {

    /** Any text that can be stored: no NUL, no half of a surrogate pair. */
    public static final Kind<String> TEXT = Kinds::text;

    /** Lenient, as the contract has it: {@code true}, 1, {@code "yes"}. */
    public static final Kind<Boolean> FLAG = new Flag();

    /** Strictly {@code YYYY-MM-DD}, from year 1. */
    public static final Kind<LocalDate> DATE = new Moment<>("date", "date_from_datetime_parsing", Kinds::date);

    /** {@code HH:MM} or {@code HH:MM:SS}. */
    public static final Kind<LocalTime> TIME = new Moment<>("time", "time_parsing", Kinds::time);

    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern NUMBER_FORM = Pattern.compile("[+-]?\\d+");

    /** What names something: a text, or the whole number that such names were to the contract's first clients. */
    public static final Kind<String> ID = new Id();

    /** A whole number in a JSON body. */
    public static final Kind<Integer> NUMBER = new Whole();

    private Kinds() {}

    /** A JSON list. */
    public static <T> Kind<List<T>> listOf(Kind<T> kind) {
        return new ListOf<>(kind);
    }

    /** Exactly one of the names. */
    public static <T> Kind<T> oneOf(Map<String, T> named) {
        return text -> {
            var found = named.get(text);
            if (found == null) {
                throw new Misread("enum", "Input should be " + alternatives(List.copyOf(named.keySet())));
            }
            return found;
        };
    }

    /** A whole number, both ends included; for query parameters. */
    public static Kind<Integer> between(int least, int most) {
        return text -> {
            var number = integer(text.strip());
            if (number < least) {
                throw new Misread("greater_than_equal", "Input should be greater than or equal to " + least);
            }
            if (number > most) {
                throw new Misread("less_than_equal", "Input should be less than or equal to " + most);
            }
            return number;
        };
    }

    private static int integer(String text) throws Misread {
        if (!NUMBER_FORM.matcher(text).matches()) {
            throw new Misread("int_parsing", "Input should be a valid integer, unable to parse string as an integer");
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException tooLong) {
            throw new Misread("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size");
        }
    }

    private static String text(String text) throws Misread {
        if (!FieldRules.isStorable(text)) {
            throw new Misread("string_unicode", "Input should be a valid string, without NUL or half surrogates");
        }
        return text;
    }

    private static LocalDate date(String text) {
        if (!DATE_FORM.matcher(text).matches() || text.startsWith("0000")) {
            throw new DateTimeException("not of the form YYYY-MM-DD");
        }
        return LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        if (!TIME_FORM.matcher(text).matches()) {
            throw new DateTimeException("not of the form HH:MM");
        }
        return LocalTime.parse(text);
    }

    private static String alternatives(List<String> names) {
        var quoted = names.stream().map(name -> "'" + name + "'").toList();
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
    }

    private record Moment<T>(String name, String problem, java.util.function.Function<String, T> form)
            implements Kind<T> {
        @Override
        public T parse(String text) throws Misread {
            try {
                return form.apply(text);
            } catch (DateTimeException wrong) {
                throw new Misread(problem, "Input should be a valid " + name + ": " + wrong.getMessage());
            }
        }

        @Override
        public String wrongType() {
            return name + "_type";
        }
    }

    private record Id() implements Kind<String> {
        @Override
        public String parse(String text) throws Misread {
            return TEXT.parse(text);
        }

        @Override
        public String read(JsonNode node) throws Misread {
            return node.isIntegralNumber() ? node.asString() : Kind.super.read(node);
        }
    }

    private record Whole() implements Kind<Integer> {
        @Override
        public Integer parse(String text) throws Misread {
            return integer(text);
        }

        @Override
        public Integer read(JsonNode node) throws Misread {
            return node.isIntegralNumber() ? integer(node.asString()) : Kind.super.read(node);
        }

        @Override
        public String wrongType() {
            return "int_type";
        }
    }

    private record Flag() implements Kind<Boolean> {

        private static final Set<String> YES = Set.of("1", "on", "t", "true", "y", "yes");
        private static final Set<String> NO = Set.of("0", "off", "f", "false", "n", "no");

        @Override
        public Boolean parse(String text) throws Misread {
            var word = text.toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                throw new Misread("bool_parsing", "Input should be a valid boolean, unable to interpret input");
            }
            return YES.contains(word);
        }

        @Override
        public Boolean read(JsonNode node) throws Misread {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            if (node.isNumber()) {
                return parse(node.isIntegralNumber() ? node.asString() : "no number of this form is a boolean");
            }
            return Kind.super.read(node);
        }

        @Override
        public String wrongType() {
            return "bool_type";
        }
    }

    private record ListOf<T>(Kind<T> kind) implements Kind<List<T>> {
        @Override
        public List<T> parse(String text) throws Misread {
            throw new Misread("list_type", "Input should be a valid list");
        }

        @Override
        public List<T> read(JsonNode node) throws Misread {
            if (!node.isArray()) {
                throw new Misread("list_type", "Input should be a valid list");
            }
            var read = new ArrayList<T>();
            for (var entry : node.values()) {
                try {
                    read.add(kind.read(entry));
                } catch (Misread misread) {
                    throw misread.at(read.size());
                }
            }
            return List.copyOf(read);
        }
    }
}
