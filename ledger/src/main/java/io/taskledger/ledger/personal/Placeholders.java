package io.taskledger.ledger.personal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** What is read where something personal was: JSON by the name of its component. */
final class Placeholders {

    private final Map<String, String> byName;

    private Placeholders(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Placeholders of(JavaType event, Set<String> personal, String text) {
        var byName = new HashMap<String, String>();
        for (var component : event.getRawClass().getRecordComponents()) {
            if (personal.contains(component.getName())) {
                byName.put(component.getName(), json(member(event, component.getGenericType()), text));
            }
        }
        return new Placeholders(byName);
    }

    /** An object with a placeholder for each of the names; one that the event does not have any more is left out. */
    byte[] json(List<String> names) {
        return names.stream()
                .filter(byName::containsKey)
                .map(name -> "\"" + name + "\":" + byName.get(name))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String json(JavaType type, String text) {
        if (type.hasRawClass(String.class)) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return "[]";
        }
        if (type.getRawClass().isRecord()) {
            return Arrays.stream(type.getRawClass().getRecordComponents())
                    .map(part -> "\"" + part.getName() + "\":" + json(member(type, part.getGenericType()), text))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "null";
    }

    private static JavaType member(JavaType of, java.lang.reflect.Type type) {
        return TypeFactory.createDefaultInstance().resolveMemberType(type, of.getBindings());
    }
}
